package io.mapwright.voice.action;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class DiagramContextTest {

    private static final Map<String, Object> BUBBLE = Map.of(
            "diagram_data",
            Map.of("topic", "Frogs", "attributes", List.of("green", "slimy", "quick green jumpers")),
            "selected_nodes",
            List.of("attribute_1"));

    @Nested
    class FindsNodes {

        @Test
        void underTheIdsOfTheFrontEnd() {
            assertThat(ids("circle_map", Map.of("context", List.of("pond")))).containsExactly("context_0");
            assertThat(ids("bubble_map", Map.of("attributes", List.of("green", "wet"))))
                    .containsExactly("attribute_0", "attribute_1");
            assertThat(ids("flow_map", Map.of("steps", List.of("egg", "tadpole"))))
                    .containsExactly("step_0", "step_1");
            assertThat(ids("concept_map", Map.of("concepts", List.of("water")))).containsExactly("concept_0");
        }

        @Test
        void underTheIdsThatTheSpecificationGives() {
            Map<String, Object> tree = Map.of(
                    "children",
                    List.of(Map.of("id", "b7", "label", "Food", "children", List.of(Map.of("text", "Flies")))));

            assertThat(ids("mindmap", tree)).containsExactly("b7", "branch_0_0");
        }

        @Test
        void withTheirPartOfTheMap() {
            var context = context("multi_flow_map", Map.of("causes", List.of("rain"), "effects", List.of("flood")));

            assertThat(context.nodes())
                    .containsExactly(
                            new DiagramNode("step_0", "rain", Optional.of("causes")),
                            new DiagramNode("step_0", "flood", Optional.of("effects")));
        }

        @Test
        void thatArePairs() {
            assertThat(context("bridge_map", Map.of("analogies", List.of(Map.of("left", "cat", "right", "kitten"))))
                            .nodes())
                    .containsExactly(DiagramNode.of("node_0", "cat | kitten"));
        }

        @Test
        void inNothingAndInNonsense() {
            assertThat(DiagramContext.unknown().nodes()).isEmpty();
            assertThat(ids("flow_map", Map.of("steps", "no list"))).isEmpty();
            assertThat(ids("tree_map", Map.of("children", List.of(List.of(), 7, Map.of("children", "x")))))
                    .containsExactly("item_1");
        }

        private List<String> ids(String type, Map<String, Object> spec) {
            return context(type, spec).nodes().stream().map(DiagramNode::id).toList();
        }
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "attribute_2, attribute_2",
        "green, attribute_0",
        "GREEN, attribute_0",
        "the slimy node, attribute_1",
        "2, attribute_1",
        "#3, attribute_2",
        "second, attribute_1",
        "the third one, attribute_2",
        "第二个, attribute_1",
        "第3个节点, attribute_2",
        "last, attribute_2",
        "jumpers, attribute_2",
        "this, attribute_1",
        "'', attribute_1"
    })
    void knowsWhatIsMeant(String reference, String id) {
        assertThat(bubble(BUBBLE).node(reference)).map(DiagramNode::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({"9", "purple", "0", "e", "第十一二个"})
    void meansNothingByWhatCouldBeNoneOrSeveral(String reference) {
        assertThat(bubble(BUBBLE).node(reference)).isEmpty();
    }

    @Test
    void meansNothingByThisWithoutASelection() {
        assertThat(bubble(Map.of("diagram_data", BUBBLE.get("diagram_data"))).node("this"))
                .isEmpty();
    }

    private static DiagramContext bubble(Map<String, Object> context) {
        return DiagramContext.of(Optional.of("bubble_map"), context);
    }

    private static DiagramContext context(String type, Map<String, Object> spec) {
        return DiagramContext.of(Optional.of(type), Map.of("diagram_data", spec));
    }
}
