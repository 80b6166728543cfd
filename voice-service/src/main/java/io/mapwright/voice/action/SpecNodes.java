package io.mapwright.voice.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the nodes of a map in its specification, under the ids that the front end gives them. What the specification
 * says about ids wins over the ids that follow from the position.
 */
final class SpecNodes {

    private static final int MOST = 400;

    private final List<DiagramNode> nodes = new ArrayList<>();

    private SpecNodes() {}

    static List<DiagramNode> of(String diagramType, Map<?, ?> spec) {
        var found = new SpecNodes();
        found.read(diagramType, spec);
        return List.copyOf(found.nodes);
    }

    private void read(String diagramType, Map<?, ?> spec) {
        if (spec.get("nodes") instanceof List<?> listed) {
            flat(listed, "node_", Optional.empty());
            return;
        }
        switch (diagramType) {
            case "circle_map" -> flat(Loose.list(spec.get("context")), "context_", Optional.empty());
            case "bubble_map" -> flat(Loose.list(spec.get("attributes")), "attribute_", Optional.empty());
            case "double_bubble_map" -> {
                part(spec, "similarities", "node_");
                part(spec, "left_differences", "node_");
                part(spec, "right_differences", "node_");
            }
            case "flow_map" -> flat(Loose.list(spec.get("steps")), "step_", Optional.empty());
            case "multi_flow_map" -> {
                part(spec, "causes", "step_");
                part(spec, "effects", "step_");
            }
            case "brace_map" -> tree(Loose.list(spec.get("parts")), "part_", "subparts");
            case "bridge_map" -> flat(Loose.list(spec.get("analogies")), "node_", Optional.empty());
            case "concept_map" -> flat(Loose.list(spec.get("concepts")), "concept_", Optional.empty());
            case "tree_map" -> tree(Loose.list(spec.get("children")), "item_", "children");
            default -> tree(Loose.list(spec.get("children")), "branch_", "children");
        }
    }

    private void part(Map<?, ?> spec, String name, String prefix) {
        flat(Loose.list(spec.get(name)), prefix, Optional.of(name));
    }

    private void flat(List<?> items, String prefix, Optional<String> category) {
        for (int i = 0; i < items.size(); i++) {
            add(items.get(i), prefix + i, category);
        }
    }

    private void tree(List<?> items, String prefix, String below) {
        for (int i = 0; i < items.size(); i++) {
            add(items.get(i), prefix + i, Optional.empty());
            tree(Loose.list(Loose.object(items.get(i)).get(below)), prefix + i + "_", below);
        }
    }

    private void add(Object item, String positionId, Optional<String> category) {
        Map<?, ?> object = Loose.object(item);
        Optional<String> text = Loose.text(item)
                .or(() -> Loose.text(object, "text", "label", "name"))
                .or(() -> pair(object));
        if (text.isPresent() && nodes.size() < MOST) {
            String id = Loose.text(object, "id").orElse(positionId);
            nodes.add(new DiagramNode(id, text.get(), category.or(() -> Loose.text(object, "category"))));
        }
    }

    private static Optional<String> pair(Map<?, ?> analogy) {
        return Loose.text(analogy, "left")
                .flatMap(left -> Loose.text(analogy, "right").map(right -> left + " | " + right));
    }
}
