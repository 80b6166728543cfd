package io.mapwright.diagram.layout;

import io.mapwright.diagram.specification.AnySpecification;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.MindMap;
import io.mapwright.diagram.specification.Specification;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MindMapLayoutTest {

    @Property(tries = 300)
    void placesEveryNodeOnceAndNoTwoOnTopOfEachOther(@ForAll("mindMaps") MindMap map) {
        var layout = MindMapLayout.of(map);
        var nodes = List.copyOf(layout.positions().values());
        int children = map.children().stream()
                .mapToInt(branch -> branch.children().size())
                .sum();

        assertThat(nodes).hasSize(1 + map.children().size() + children);
        assertThat(layout.connections()).hasSize(nodes.size() - 1);
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                assertThat(overlap(nodes.get(i), nodes.get(j)))
                        .as("%s and %s", nodes.get(i), nodes.get(j))
                        .isFalse();
            }
        }
    }

    @Property(tries = 100)
    void isTheSameForTheSameMap(@ForAll("mindMaps") MindMap map) {
        assertThat(MindMapLayout.of(map).toJson())
                .isEqualTo(MindMapLayout.of(map).toJson());
    }

    @Test
    void putsTheTopicAtTheOriginAndTheFirstHalfOnTheRight() {
        var positions = MindMapLayout.of(map(4)).positions();

        assertThat(positions.get("topic"))
                .extracting(PlacedNode::x, PlacedNode::y)
                .containsExactly(0.0, 0.0);
        assertThat(IntStream.range(0, 4)
                        .mapToObj(i -> positions.get("branch_" + i).x() > 0))
                .containsExactly(true, true, false, false);
        assertThat(positions.get("branch_0").y())
                .isLessThan(positions.get("branch_1").y());
    }

    @Test
    void writesWhatFrontEndsRead() {
        var json = MindMapLayout.of(map(1)).toJson().toString();

        assertThat(json)
                .contains("\"positions\":{\"topic\":{\"x\":0,\"y\":0,")
                .contains("\"child_0_0\":{")
                .contains("\"node_type\":\"child\",\"branch_index\":0,\"child_index\":0,\"angle\":0")
                .contains("\"connections\":[{\"from\":{\"x\":")
                .contains("\"type\":\"topic\"},\"to\":{");
    }

    @Provide
    Arbitrary<Specification> mindMaps() {
        return AnySpecification.of(DiagramType.MIND_MAP);
    }

    private static MindMap map(int branches) {
        var nodes = IntStream.range(0, branches)
                .mapToObj(i -> new MindMap.Node(
                        "branch_" + i, "Branch", List.of(new MindMap.Node("child_" + i + "_0", "Idea", List.of()))))
                .toList();
        return new MindMap(DiagramType.MIND_MAP, "Topic", nodes);
    }

    private static boolean overlap(PlacedNode one, PlacedNode other) {
        return Math.abs(one.x() - other.x()) < (one.width() + other.width()) / 2
                && Math.abs(one.y() - other.y()) < (one.height() + other.height()) / 2;
    }
}
