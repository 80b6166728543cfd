package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.load.suite.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MapShapeTest {

    private static final String FROGS = """
            {"left":"Frogs","right":"Toads","similarities":["amphibians"],
             "left_differences":["moist","jump"],"right_differences":["dry","walk"]}""";

    @Test
    void acceptsAWholeMap() throws Exception {
        assertThat(problems(MapShape.DOUBLE_BUBBLE_MAP, FROGS)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CIRCLE_MAP | {'topic':'a','context':['b','c','d']} | context has fewer than 4 entries",
                "BUBBLE_MAP | {'topic':' ','attributes':['b','c','d']} | topic is no text",
                "BUBBLE_MAP | {'topic':'a','attributes':['b','c',{}]} | attributes holds something that is no text",
                "TREE_MAP | {'topic':'a','children':[{'label':'b'}]} | children holds something without text",
                "MIND_MAP | {'topic':'a','children':[{'label':'b'}]} | _layout is no object",
                "CONCEPT_MAP | {'topic':'a','concepts':['b','c','d'],'relationships':[{'from':'b','to':'x','label':'y'}]} | a relationship joins something that is no concept",
            })
    void namesWhatIsMissing(MapShape shape, String spec, String problem) throws Exception {
        assertThat(problems(shape, spec.replace('\'', '"'))).containsExactly(problem);
    }

    @Test
    void ordersEveryTypeInBothLanguages() {
        assertThat(MapOrder.all()).hasSize(2 * MapShape.values().length);
    }

    @Test
    void aMapAboutSomethingElseIsNoAnswerToTheOrder() {
        MapOrder order = new MapOrder(MapShape.DOUBLE_BUBBLE_MAP, "en", "Compare cats and dogs", List.of("cat", "dog"));
        String body = "{\"success\":true,\"diagram_type\":\"double_bubble_map\",\"spec\":" + FROGS + "}";

        assertThatThrownBy(() -> order.check(new Answer(200, body, Optional.empty(), Duration.ZERO)))
                .hasMessageContaining("nothing in it is about cat");
    }

    private static List<String> problems(MapShape shape, String spec) throws Exception {
        return shape.problems(new ObjectMapper().readTree(spec));
    }
}
