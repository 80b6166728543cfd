package io.mapwright.diagram.specification;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.repair.ModelOutput;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTest {

    @Property(tries = 400)
    void readsBackWhatItWrote(@ForAll("specifications") Specification specification) {
        assertThat(Reading.of(specification.type(), specification.toJson()))
                .isInstanceOfSatisfying(Reading.Accepted.class, accepted -> {
                    assertThat(accepted.specification()).isEqualTo(specification);
                    assertThat(accepted.notices()).isEmpty();
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            circle_map       | {"topic":"T","contexts":["a","b",{"text":"c"},4]}                 | {"topic":"T","context":["a","b","c","4"]}
            circle_map       | {"topic":" T ","context":[" a  a ","b","","c",null,"d"]}          | {"topic":"T","context":["a a","b","c","d"]}
            double_bubble_map| {"left_topic":"L","right_topic":"R","similarities":["s"],"left_differences":["a","b"],"right_differences":["c","d"]} | {"left":"L","right":"R","similarities":["s"],"left_differences":["a","b"],"right_differences":["c","d"]}
            tree_map         | {"topic":"T","children":[{"label":"A","children":["x","X",{"name":"y"}]},{"name":"B"}]} | {"topic":"T","children":[{"id":"item_0","text":"A","children":[{"id":"item_0_0","text":"x"},{"id":"item_0_1","text":"y"}]},{"id":"item_1","text":"B","children":[]}]}
            tree_map         | {"topic":"T","dimension":"d","children":[{"id":"k","text":"A"},{"id":"k","text":"B"}]} | {"topic":"T","dimension":"d","children":[{"id":"k","text":"A","children":[]},{"id":"item_1","text":"B","children":[]}]}
            brace_map        | {"topic":"W","parts":[{"name":"P","subparts":["s",{"name":"t"}]},"Q"]} | {"whole":"W","parts":[{"name":"P","subparts":[{"name":"s"},{"name":"t"}]},{"name":"Q","subparts":[]}]}
            flow_map         | {"title":"T","steps":[{"step":"One","substeps":["a"]},"Two"],"substeps":[{"step":"two.","substeps":["b"]}]} | {"title":"T","steps":["One","Two"],"substeps":[{"step":"One","substeps":["a"]},{"step":"Two","substeps":["b"]}]}
            multi_flow_map   | {"topic":"E","causes":["a","A","b"],"effects":["c"]}              | {"event":"E","causes":["a","b"],"effects":["c"]}
            bridge_map       | {"relating_factor":"like","dimension":"d","analogies":[{"left":"a","right":"b"},{"left":"c","right":"d"},{"left":"e","right":"f"},{"left":"g","right":"h"},{"left":"i","right":"j","id":9}]} | {"relating_factor":"as","dimension":"d","analogies":[{"left":"a","right":"b","id":0},{"left":"c","right":"d","id":1},{"left":"e","right":"f","id":2},{"left":"g","right":"h","id":3},{"left":"i","right":"j","id":4}],"alternative_dimensions":[]}
            mind_map         | {"topic":"T","children":[{"text":"A","children":["x"]}]}          | {"topic":"T","children":[{"id":"branch_0","label":"A","text":"A","children":[{"id":"child_0_0","label":"x","text":"x","children":[]}]}]}
            concept_map      | {"topic":"T","concepts":["A","B"],"relationships":[{"from":"t","to":"a","label":"has"}]} | {"topic":"T","concepts":["A","B"],"relationships":[{"from":"T","to":"A","label":"has"}]}
            """)
    void acceptsTheSpellingsModelsUse(String type, String came, String drawn) {
        var reading = Reading.of(type(type), json(came));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted ->
                                assertThat(accepted.specification().toJson()).hasToString(drawn.strip()));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            bubble_map   | {"topic":"T","attributes":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16"]} | "attributes" had 16 entries; the first 15 were kept
            flow_map     | {"title":"T","steps":["One","Two"],"substeps":[{"step":"Nine","substeps":["x"]}]} | 1 entries of "substeps" were incomplete or matched nothing and were left out
            bridge_map   | {"analogies":[{"left":"a","right":"b"},{"left":"c","right":"d"},{"left":"e","right":"f"},{"left":"g","right":"h"},{"left":"i","right":"j"},{"left":"k"}]} | 1 entries of "analogies" were incomplete or matched nothing and were left out
            concept_map  | {"topic":"T","concepts":["A","B"],"relationships":[{"from":"A","to":"B","label":"x"},{"from":"B","to":"A","label":"y"},{"from":"A","to":"Z","label":"z"},{"from":"A","to":"A","label":"w"}]} | 3 entries of "relationships" were incomplete or matched nothing and were left out
            concept_map  | {"topic":"T","concepts":["A","a very long concept that nobody can read"],"relationships":[{"from":"A","to":"a very long concept that nobody can read","label":"x"}]} | 1 entries of "concepts" were too long and were shortened
            five_w_one_h | {"topic":"T","children":["1","2","3","4","5","6","7"]} | "children" had 7 entries; the first 6 were kept
            """)
    void saysWhatItLeftOut(String type, String came, String notice) {
        assertThat(Reading.of(type(type), json(came)))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.notices())
                                .extracting(each -> each.text().en())
                                .containsExactly(notice));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            circle_map        | {"topic":"T","context":["a","b","c"," "]}        | "context" needs at least 4 entries, came 3
            circle_map        | {"context":["a","b","c","d"]}                    | "topic" must not be empty
            bubble_map        | {"topic":"T","attributes":["a","b"]}             | "attributes" needs 3 to 15 entries, came 2
            double_bubble_map | {"left":"L","right":"R","similarities":[],"left_differences":["a","b"],"right_differences":["c","d"]} | "similarities" needs 1 to 20 entries, came 0
            double_bubble_map | {"left":"L","right":"R","similarities":["s"],"left_differences":["a"],"right_differences":["c","d"]} | "left_differences" needs 2 to 20 entries, came 1
            tree_map          | {"topic":"T","children":[]}                      | "children" needs 1 to 10 entries, came 0
            brace_map         | {"whole":"W"}                                    | "parts" needs at least 1 entries, came 0
            flow_map          | {"title":"T","steps":["only"]}                   | "steps" needs 2 to 15 entries, came 1
            multi_flow_map    | {"event":"E","causes":["a"]}                     | "effects" needs 1 to 10 entries, came 0
            bridge_map        | {"analogies":[{"left":"a","right":"b"}]}         | "analogies" needs 5 to 16 entries, came 1
            mind_map          | {"topic":"T","children":"none"}                  | "children" needs 1 to 50 entries, came 0
            concept_map       | {"topic":"T","concepts":["A","B"]}               | "relationships" needs at least 1 entries, came 0
            four_quadrant     | {"topic":"T","children":["1","2","3"]}           | "children" needs 4 to 4 entries, came 3
            possibility_analysis | {"topic":"T","children":["1",{"label":"2","children":["pro","con"]},"3"]} | "children of 1" needs 2 to 50 entries, came 0
            """)
    void namesTheRuleThatIsBroken(String type, String came, String rule) {
        assertThat(Reading.of(type(type), json(came)))
                .isInstanceOfSatisfying(
                        Reading.Violated.class,
                        violated -> assertThat(violated.rule().en()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({"mindmap, MIND_MAP", "mind_map, MIND_MAP", "five_w_one_h, FIVE_W_ONE_H"})
    void knowsEveryTypeByName(String name, DiagramType type) {
        assertThat(DiagramType.named(name)).contains(type);
    }

    @ParameterizedTest(name = "{0} is a placeholder: {1}")
    @CsvSource({
        "主题, true",
        "Topic, true",
        "Cause 2, true",
        "原因3, true",
        "子项1.2, true",
        "新节点, true",
        "New Node, true",
        "光合作用, false",
        "frogs, false",
        "Causes of the war, false",
        "主题公园, false",
        "topic sentences, false"
    })
    void tellsPlaceholdersFromContent(String words, boolean placeholder) {
        assertThat(Placeholders.isOne(words)).isEqualTo(placeholder);
    }

    @ParameterizedTest
    @EnumSource(DiagramType.class)
    void hasADefaultOfEveryTypeMadeOfPlaceholders(DiagramType type) {
        for (var language : Language.values()) {
            var diagram = DefaultDiagrams.of(type, language);

            assertThat(diagram.type()).isEqualTo(type);
            assertThat(DefaultDiagrams.texts()).allMatch(text -> text.isEmpty() || Placeholders.isOne(text));
        }
    }

    @Provide
    Arbitrary<Specification> specifications() {
        return AnySpecification.ofAnyType();
    }

    private static DiagramType type(String name) {
        return DiagramType.named(name).orElseThrow();
    }

    private static JsonObject json(String text) {
        return ((ModelOutput.Structured) ModelOutput.read(text)).json();
    }
}
