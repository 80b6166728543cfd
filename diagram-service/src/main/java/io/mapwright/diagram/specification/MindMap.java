package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Branches out from a topic; also the shape of the thinking tools.
 *
 * @param type the mind map itself, or the thinking tool whose numbers of branches are kept
 * @param topic not blank
 * @param children the branches, at least 1
 */
public record MindMap(DiagramType type, String topic, List<Node> children) implements Specification {

    /** Levels below the topic; what is nested deeper is left out. */
    static final int DEPTH = 4;

    /** Checks the rules. */
    public MindMap {
        children = List.copyOf(children);
        BrokenRuleException.unlessPresent(topic, "topic");
        BranchNumbers.of(type).check(children);
    }

    /**
     * A branch, or something on it.
     *
     * @param id stable while the diagram is edited
     * @param label its words, not blank
     * @param children what hangs on it, possibly nothing
     */
    public record Node(String id, String label, List<Node> children) {
        public Node {
            children = List.copyOf(children);
            BrokenRuleException.unlessPresent(label, "children.label");
        }
    }

    static MindMap read(DiagramType type, Members json, Notices notices) {
        var branches = new MindMapNodes(notices).read(json, "branch", DEPTH);
        return new MindMap(type, json.text("topic"), BranchNumbers.of(type).trim(branches, notices));
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.empty().with("topic", topic).with("children", toJson(children));
    }

    private static Json toJson(List<Node> nodes) {
        return new JsonArray(nodes.stream().map(MindMap::toJson).toList());
    }

    /** Renderers read the words as {@code label} or as {@code text}. */
    private static Json toJson(Node node) {
        return JsonObject.empty()
                .with("id", node.id())
                .with("label", node.label())
                .with("text", node.label())
                .with("children", toJson(node.children()));
    }
}
