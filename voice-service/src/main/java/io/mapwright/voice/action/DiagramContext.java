package io.mapwright.voice.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The map as the client last described it.
 *
 * @param diagramType for example {@code bubble_map}; {@code mind_map} when the client named none
 * @param center the words in the middle, if there are any
 * @param nodes all nodes, in reading order
 * @param selected ids of the selected nodes
 */
public record DiagramContext(
        String diagramType, Optional<String> center, List<DiagramNode> nodes, List<String> selected) {

    private static final String UNNAMED = "mind_map";

    public DiagramContext {
        nodes = List.copyOf(nodes);
        selected = List.copyOf(selected);
    }

    /** A session's context before its client has said anything. */
    public static DiagramContext unknown() {
        return of(Optional.empty(), Map.of());
    }

    /**
     * Reads what a client sent. Nothing in it is required and nothing unexpected is refused: a context that says little
     * only means that less can be done by voice.
     *
     * @param diagramType the type that the message names
     * @param context the message's {@code context}: {@code diagram_data}, {@code selected_nodes}, …
     */
    public static DiagramContext of(Optional<String> diagramType, Map<?, ?> context) {
        String type = diagramType
                .or(() -> Loose.text(context, "diagram_type"))
                .map(name -> name.equals("mindmap") ? UNNAMED : name)
                .orElse(UNNAMED);
        Map<?, ?> spec = Loose.object(context.get("diagram_data"));
        return new DiagramContext(type, center(spec), SpecNodes.of(type, spec), selected(context));
    }

    /** The node that {@code reference} means: an id, a text, a position, or, when blank, the only selected one. */
    public Optional<DiagramNode> node(String reference) {
        return new NodeReference(this).resolve(reference);
    }

    private static Optional<String> center(Map<?, ?> spec) {
        Optional<String> left = Loose.text(spec, "left");
        Optional<String> right = Loose.text(spec, "right");
        if (left.isPresent() && right.isPresent()) {
            return Optional.of(left.get() + " | " + right.get());
        }
        return Loose.text(spec, "topic", "title", "event", "whole", "dimension")
                .or(() -> Loose.text(Loose.object(spec.get("center")), "text", "label"));
    }

    private static List<String> selected(Map<?, ?> context) {
        return Loose.list(context.get("selected_nodes")).stream()
                .map(node -> Loose.text(node).or(() -> Loose.text(Loose.object(node), "id", "node_id")))
                .flatMap(Optional::stream)
                .toList();
    }
}
