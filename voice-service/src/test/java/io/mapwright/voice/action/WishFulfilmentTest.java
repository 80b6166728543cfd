package io.mapwright.voice.action;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class WishFulfilmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open_mindmate",
                "close_mindmate",
                "open_node_palette",
                "close_node_palette",
                "close_all_panels",
                "auto_complete"
            })
    void passesPanelsOn(String action) {
        assertThat(fulfil("bubble_map", wish(action))).contains(new VoiceAction.Panel(action, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "bubble_map, new_text",
        "circle_map, new_text",
        "tree_map, new_text",
        "mind_map, new_text",
        "concept_map, new_text",
        "flow_map, title",
        "multi_flow_map, event",
        "brace_map, whole",
        "bridge_map, dimension"
    })
    void namesTheSubjectInTheWordsOfTheType(String type, String member) {
        assertThat(fulfil(type, wish("update_center", "Frogs")))
                .contains(new VoiceAction.Edit("update_center", Map.of(member, "Frogs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frogs and toads", "frogs | toads", "frogs vs. toads"})
    void wantsTwoSubjectsForAComparison(String text) {
        assertThat(fulfil("double_bubble_map", wish("update_center", text)))
                .contains(new VoiceAction.Edit("update_center", Map.of("left", "frogs", "right", "toads")));
    }

    @Test
    void cannotCompareOneThing() {
        assertThat(fulfil("double_bubble_map", wish("update_center", "frogs"))).isEmpty();
    }

    @Test
    void addsNodesBehindThoseThereAre() {
        assertThat(fulfil("bubble_map", wish("add_nodes", "wet", "small")))
                .contains(new VoiceAction.Edit(
                        "add_nodes", List.of(Map.of("text", "wet", "index", 2), Map.of("text", "small", "index", 3))));
    }

    @Test
    void addsToAPartOfTheMapThatExists() {
        var effect = new Wish("add_nodes", 1, Optional.empty(), List.of("flood"), Optional.of("effects"));
        var strange = new Wish("add_nodes", 1, Optional.empty(), List.of("flood"), Optional.of("sideways"));

        assertThat(fulfil("multi_flow_map", effect))
                .contains(added(Map.of("text", "flood", "index", 0, "category", "effects")));
        assertThat(fulfil("multi_flow_map", strange))
                .contains(added(Map.of("text", "flood", "index", 0, "category", "causes")));
    }

    @Test
    void addsPairsToABridge() {
        assertThat(fulfil("bridge_map", wish("add_nodes", "cat to kitten")))
                .contains(added(Map.of("text", "cat to kitten", "left", "cat", "right", "kitten", "index", 0)));
        assertThat(fulfil("bridge_map", wish("add_nodes", "cat"))).isEmpty();
    }

    @Test
    void changesTheNodeThatIsMeant() {
        var wish = new Wish("update_nodes", 1, Optional.of("green"), List.of("brown"), Optional.empty());

        assertThat(fulfil("bubble_map", wish))
                .contains(new VoiceAction.Edit(
                        "update_nodes", List.of(Map.of("node_id", "attribute_0", "new_text", "brown"))));
    }

    @Test
    void removesTheNodeThatIsMeant() {
        assertThat(fulfil("bubble_map", wish("remove_nodes", "slimy")))
                .contains(new VoiceAction.Edit("remove_nodes", List.of("attribute_1")));
    }

    @Test
    void selectsAndExplainsTheNodeThatIsMeant() {
        var params = Map.<String, Object>of("node_id", "attribute_1", "node_text", "slimy");

        assertThat(fulfil("bubble_map", wish("select_node", "2")))
                .contains(new VoiceAction.Panel("select_node", params));
        assertThat(fulfil("bubble_map", wish("explain_node", "slimy")))
                .contains(new VoiceAction.Panel("explain_node", params));
    }

    @Test
    void doesNothingAboutANodeThatIsNotThere() {
        assertThat(fulfil("bubble_map", wish("remove_nodes", "purple"))).isEmpty();
        assertThat(fulfil("bubble_map", wish("select_node", "17"))).isEmpty();
    }

    @Test
    void knowsNothingElse() {
        assertThat(fulfil("bubble_map", wish("none"))).isEmpty();
        assertThat(fulfil("bubble_map", wish("delete_account", "all"))).isEmpty();
        assertThat(fulfil("bubble_map", wish("add_nodes"))).isEmpty();
    }

    private static VoiceAction.Edit added(Map<String, Object> node) {
        return new VoiceAction.Edit("add_nodes", List.of(node));
    }

    private static Optional<VoiceAction> fulfil(String type, Wish wish) {
        var spec = Map.of("attributes", List.of("green", "slimy"));
        return new WishFulfilment(DiagramContext.of(Optional.of(type), Map.of("diagram_data", spec))).of(wish);
    }

    private static Wish wish(String action, String... targets) {
        return new Wish(action, 1, Optional.empty(), List.of(targets), Optional.empty());
    }
}
