package io.mapwright.voice.action;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ties a wish to the map at hand. */
public final class WishFulfilment {

    private static final Set<String> PANELS = Set.of(
            "open_mindmate",
            "close_mindmate",
            "open_node_palette",
            "close_node_palette",
            "close_all_panels",
            "auto_complete");

    private final DiagramContext context;
    private final MapEdits edits;

    public WishFulfilment(DiagramContext context) {
        this.context = context;
        this.edits = new MapEdits(context);
    }

    /** What to do; empty when the wish names nothing that can be done, or a node that is not there. */
    public Optional<VoiceAction> of(Wish wish) {
        if (PANELS.contains(wish.action())) {
            return Optional.of(new VoiceAction.Panel(wish.action(), Map.of()));
        }
        return onMap(wish).map(action -> action);
    }

    private Optional<? extends VoiceAction> onMap(Wish wish) {
        return switch (wish.action()) {
            case "ask_mindmate" ->
                wish.target().map(question -> new VoiceAction.Panel("ask_mindmate", Map.of("message", question)));
            case "select_node" -> node(wish).map(node -> onNode("select_node", node));
            case "explain_node" -> node(wish).map(node -> onNode("explain_node", node));
            case "update_center" -> wish.target().flatMap(edits::center);
            case "add_nodes" -> edits.additions(wish.targets(), wish.category());
            case "update_nodes" ->
                wish.target()
                        .flatMap(text ->
                                context.node(wish.node().orElse("")).flatMap(node -> edits.renaming(node, text)));
            case "remove_nodes" -> node(wish).map(edits::removal);
            default -> Optional.empty();
        };
    }

    /** For actions about one node a model may name it in either member. */
    private Optional<DiagramNode> node(Wish wish) {
        return context.node(wish.node().or(wish::target).orElse(""));
    }

    private static VoiceAction.Panel onNode(String action, DiagramNode node) {
        return new VoiceAction.Panel(action, Map.of("node_id", node.id(), "node_text", node.text()));
    }
}
