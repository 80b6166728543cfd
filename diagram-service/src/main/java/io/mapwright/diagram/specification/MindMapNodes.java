package io.mapwright.diagram.specification;

import java.util.ArrayList;
import java.util.List;

/** Reads the nodes of one mind map and gives them ids: {@code branch_2}, and {@code child_2_0} on it. */
final class MindMapNodes {

    private static final int MOST = 50;

    private final NodeIds ids = new NodeIds();
    private final Notices notices;

    MindMapNodes(Notices notices) {
        this.notices = notices;
    }

    List<MindMap.Node> read(Members parent, String prefix, int depth) {
        if (depth == 0) {
            return List.of();
        }
        var named = parent.objects("children", "branches").stream()
                .filter(node -> !label(node).isEmpty())
                .toList();
        var nodes = new ArrayList<MindMap.Node>();
        for (var node : notices.capped(named, MOST, "children")) {
            var id = ids.take(node, prefix);
            var childPrefix = prefix.equals("branch") ? "child_" + nodes.size() : prefix + "_" + nodes.size();
            nodes.add(new MindMap.Node(id, label(node), read(node, childPrefix, depth - 1)));
        }
        return nodes;
    }

    private static String label(Members node) {
        var label = node.text("label");
        return label.isEmpty() ? Wording.of(node.json()) : label;
    }
}
