package io.mapwright.diagram.specification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gives every node of one diagram an id: its own if it brought an unused one, else {@code prefix_0, prefix_1, …}. */
final class NodeIds {

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    String take(Members node, String prefix) {
        var own = node.text("id");
        int index = next.merge(prefix, 1, Integer::sum) - 1;
        if (!own.isEmpty() && used.add(own)) {
            return own;
        }
        var id = prefix + "_" + index;
        while (!used.add(id)) {
            id = prefix + "_" + next.merge(prefix, 1, Integer::sum);
        }
        return id;
    }
}
