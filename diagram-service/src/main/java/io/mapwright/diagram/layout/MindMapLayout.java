package io.mapwright.diagram.layout;

import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.specification.MindMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out a mind map around its topic: the first half of the branches on the right from top to bottom, the second half
 * on the left, and what hangs on a branch in a column further out. No two nodes overlap; the same map always gets the
 * same layout.
 *
 * @param positions node by name: {@code topic}, {@code branch_1}, {@code child_1_0}
 * @param connections topic to branches and branches to children, from border to border
 */
public record MindMapLayout(Map<String, PlacedNode> positions, List<Connection> connections) {

    private static final double COLUMN_GAP = 80;
    private static final double ROW_GAP = 16;
    private static final double BRANCH_GAP = 36;

    /** Keeps the order of the nodes. */
    public MindMapLayout {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
        connections = List.copyOf(connections);
    }

    /** The layout of {@code map}; nodes below the children of branches have no place of their own. */
    public static MindMapLayout of(MindMap map) {
        return new Arrangement(map).arrange();
    }

    /** The {@code _layout} member of a specification. */
    public JsonObject toJson() {
        return LayoutJson.of(this);
    }

    /** Collects the layout of one map. */
    private static final class Arrangement {

        private final MindMap map;
        private final PlacedNode topic;
        private final Map<String, PlacedNode> positions = new LinkedHashMap<>();
        private final List<Connection> connections = new ArrayList<>();

        Arrangement(MindMap map) {
            this.map = map;
            this.topic = PlacedNode.topic(map.topic());
        }

        MindMapLayout arrange() {
            positions.put("topic", topic);
            int right = (map.children().size() + 1) / 2;
            arrangeSide(1, 0, right);
            arrangeSide(-1, right, map.children().size());
            return new MindMapLayout(positions, connections);
        }

        /** Stacks branches {@code from} to {@code to} beside the topic, centred on its height. */
        private void arrangeSide(int side, int from, int to) {
            var columns = new Columns(side, topic, map.children().subList(from, to));
            double top = -columns.height() / 2;
            for (int i = from; i < to; i++) {
                var branch = map.children().get(i);
                double height = blockHeight(branch);
                placeBranch(i, branch, columns, top + height / 2);
                top += height + BRANCH_GAP;
            }
        }

        private void placeBranch(int index, MindMap.Node node, Columns columns, double y) {
            var branch = PlacedNode.branch(index, node.label()).at(columns.branchX(), y);
            positions.put("branch_" + index, branch);
            connections.add(Connection.between(topic, branch));
            double top = y - childrenHeight(node) / 2;
            for (int j = 0; j < node.children().size(); j++) {
                var size = PlacedNode.child(index, j, node.children().get(j).label());
                var child = size.at(columns.childX(), top + size.height() / 2);
                positions.put("child_" + index + "_" + j, child);
                connections.add(Connection.between(branch, child));
                top += size.height() + ROW_GAP;
            }
        }
    }

    /** The two columns on one side of the topic, far enough out for the widest node in each. */
    private record Columns(double branchX, double childX, double height) {

        Columns(int side, PlacedNode topic, List<MindMap.Node> branches) {
            this(
                    side * branchDistance(topic, branches),
                    side * childDistance(topic, branches),
                    branches.stream().mapToDouble(MindMapLayout::blockHeight).sum()
                            + BRANCH_GAP * Math.max(0, branches.size() - 1));
        }

        private static double branchDistance(PlacedNode topic, List<MindMap.Node> branches) {
            return topic.width() / 2 + COLUMN_GAP + widestBranch(branches) / 2;
        }

        private static double childDistance(PlacedNode topic, List<MindMap.Node> branches) {
            double widestChild = branches.stream()
                    .flatMap(branch -> branch.children().stream())
                    .mapToDouble(child -> PlacedNode.child(0, 0, child.label()).width())
                    .max()
                    .orElse(0);
            return branchDistance(topic, branches) + widestBranch(branches) / 2 + COLUMN_GAP + widestChild / 2;
        }

        private static double widestBranch(List<MindMap.Node> branches) {
            return branches.stream()
                    .mapToDouble(branch -> PlacedNode.branch(0, branch.label()).width())
                    .max()
                    .orElse(0);
        }
    }

    private static double blockHeight(MindMap.Node branch) {
        return Math.max(PlacedNode.branch(0, branch.label()).height(), childrenHeight(branch));
    }

    private static double childrenHeight(MindMap.Node branch) {
        double heights = branch.children().stream()
                .mapToDouble(child -> PlacedNode.child(0, 0, child.label()).height())
                .sum();
        return heights + ROW_GAP * Math.max(0, branch.children().size() - 1);
    }
}
