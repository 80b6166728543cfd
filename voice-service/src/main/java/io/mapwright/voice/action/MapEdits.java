package io.mapwright.voice.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts edits into the words of the map's type; the members are those that its renderer reads. */
public final class MapEdits {

    private static final Pattern PAIR = Pattern.compile(
            "\\s*(?:\\||:|：|\\bvs\\.?(?=\\s)|\\bversus\\b|\\band\\b|\\bto\\b|和|与|跟|对)\\s*", Pattern.CASE_INSENSITIVE);

    private final DiagramContext context;

    public MapEdits(DiagramContext context) {
        this.context = context;
    }

    /** Names the map's subject anew; empty where the type wants two subjects and {@code text} does not name two. */
    public Optional<VoiceAction.Edit> center(String text) {
        return switch (context.diagramType()) {
            case "double_bubble_map" -> pair(text).map(pair -> edit("update_center", pair));
            case "flow_map" -> centerOf("title", text);
            case "multi_flow_map" -> centerOf("event", text);
            case "brace_map" -> centerOf("whole", text);
            case "bridge_map" -> centerOf("dimension", text);
            default -> centerOf("new_text", text);
        };
    }

    /** Adds nodes after those there are; empty where nothing is left to add. */
    public Optional<VoiceAction.Edit> additions(List<String> texts, Optional<String> category) {
        List<Map<String, Object>> added = new ArrayList<>();
        int index = context.nodes().size();
        for (String text : texts) {
            Optional<Map<String, Object>> node = addition(text, category);
            if (node.isPresent()) {
                node.get().put("index", index++);
                added.add(node.get());
            }
        }
        return added.isEmpty() ? Optional.empty() : Optional.of(edit("add_nodes", added));
    }

    /** Gives {@code node} another text; empty where the type wants a pair and {@code text} is none. */
    public Optional<VoiceAction.Edit> renaming(DiagramNode node, String text) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("node_id", node.id());
        change.put("new_text", text);
        node.category().ifPresent(category -> change.put("category", category));
        if (isBridge()) {
            Optional<Map<String, Object>> pair = pair(text);
            if (pair.isEmpty()) {
                return Optional.empty();
            }
            change.putAll(pair.get());
        }
        return Optional.of(edit("update_nodes", List.of(change)));
    }

    /** Takes {@code node} away. */
    public VoiceAction.Edit removal(DiagramNode node) {
        Object which = node.category()
                .<Object>map(category -> Map.of("node_id", node.id(), "category", category))
                .orElse(node.id());
        return edit("remove_nodes", List.of(which));
    }

    private Optional<Map<String, Object>> addition(String text, Optional<String> category) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("text", text);
        switch (context.diagramType()) {
            case "double_bubble_map" ->
                node.put("category", oneOf(category, "similarities", "left_differences", "right_differences"));
            case "multi_flow_map" -> node.put("category", oneOf(category, "causes", "effects"));
            case "bridge_map" -> {
                Optional<Map<String, Object>> pair = pair(text);
                if (pair.isEmpty()) {
                    return Optional.empty();
                }
                node.putAll(pair.get());
            }
            default -> {
                // A text is all that the other types need.
            }
        }
        return Optional.of(node);
    }

    private boolean isBridge() {
        return context.diagramType().equals("bridge_map");
    }

    private static String oneOf(Optional<String> wanted, String... allowed) {
        return wanted.filter(name -> Stream.of(allowed).anyMatch(name::equals)).orElse(allowed[0]);
    }

    private static Optional<Map<String, Object>> pair(String text) {
        String[] sides = PAIR.split(text.strip(), 2);
        if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
            return Optional.empty();
        }
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put("left", sides[0].strip());
        pair.put("right", sides[1].strip());
        return Optional.of(pair);
    }

    private static Optional<VoiceAction.Edit> centerOf(String member, String text) {
        return Optional.of(edit("update_center", Map.of(member, text)));
    }

    private static VoiceAction.Edit edit(String action, Object updates) {
        return new VoiceAction.Edit(action, updates);
    }
}
