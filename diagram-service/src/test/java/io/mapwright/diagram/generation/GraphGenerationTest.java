package io.mapwright.diagram.generation;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.classification.PlainClassifier;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.model.Message;
import io.mapwright.diagram.model.ModelCall;
import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.mapwright.diagram.model.ScriptedModel;
import io.mapwright.diagram.prompt.PlainTemplates;
import io.mapwright.diagram.specification.Analogy;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GraphGenerationTest {

    private static final String FROGS = """
            {"topic":"Frogs","attributes":["green","slimy","loud"]}""";
    private static final String PAIRS = """
            {"dimension":"young","analogies":[{"left":"cat","right":"kitten"},{"left":"dog","right":"puppy"},
            {"left":"cow","right":"calf"},{"left":"hen","right":"chick"},{"left":"ewe","right":"lamb"},
            {"left":"mare","right":"foal"}]}""";

    private final MutableTime time = new MutableTime();
    private final ScriptedModel model = new ScriptedModel();
    private final PlainGenerationConfig config = new PlainGenerationConfig();
    private final Errand errand = new Errand(
            "token",
            "request-1",
            "diagram_generation",
            Optional.empty(),
            time.instant().plusSeconds(60));
    private final GraphGeneration generation = new GraphGeneration(
            PlainClassifier.over(model), new Draughtsman(model, PlainTemplates.prompts(), config, time));

    @Test
    void drawsWhatWasAskedFor() {
        model.answers("Here you are:\n```json\n" + FROGS + "\n```");

        var answer = answer(given(DiagramType.BUBBLE_MAP, "frogs"));

        assertThat(answer).isInstanceOfSatisfying(GraphAnswer.Drawn.class, drawn -> {
            assertThat(drawn.spec()).hasToString(FROGS);
            assertThat(drawn.notices()).isEmpty();
            assertThat(drawn.learningSheet()).isFalse();
        });
        assertThat(model.calls()).singleElement().satisfies(call -> {
            assertThat(call.model()).isEqualTo("qwen");
            assertThat(call.errand()).isEqualTo(errand.drawing("bubble_map"));
        });
    }

    @Test
    void classifiesAndDrawsInOneGo() {
        model.answers("{\"topic\":\"frogs and toads\"}").answers("""
                        {"left":"Frogs","right":"Toads","similarities":["amphibians"],
                        "left_differences":["smooth","jump"],"right_differences":["warty","walk"]}""");

        assertThat(answer(request(new GraphRequest.Kind.Auto(), "Compare frogs and toads", Wishes.none())))
                .isInstanceOfSatisfying(
                        GraphAnswer.Drawn.class,
                        drawn -> assertThat(drawn.type()).isEqualTo(DiagramType.DOUBLE_BUBBLE_MAP));
    }

    @Test
    void onlyClassifiesWithoutAType() {
        model.answers("{\"diagram_type\":\"bubble_map\"}").answers("{\"topic\":\"the sea\"}");

        assertThat(answer(request(new GraphRequest.Kind.OnlyClassify(), "the sea", Wishes.none())))
                .isEqualTo(new GraphAnswer.Classified(DiagramType.BUBBLE_MAP, "the sea"));
    }

    @Test
    void doesNotAskAboutAPlaceholder() {
        assertThat(answer(given(DiagramType.BUBBLE_MAP, "主题"))).isEqualTo(new GraphAnswer.Unclear());
        assertThat(model.calls()).isEmpty();
    }

    @Test
    void stripsTheWordsThatAskForALearningSheet() {
        model.answers(FROGS);

        assertThat(answer(given(DiagramType.BUBBLE_MAP, "青蛙的学习单")))
                .isInstanceOfSatisfying(
                        GraphAnswer.Drawn.class,
                        drawn -> assertThat(drawn.learningSheet()).isTrue());
        assertThat(sent(model.calls().getFirst())).contains("青蛙").doesNotContain("学习单");
    }

    @Test
    void keepsTheTopicOfAMindMapAsItWasTyped() {
        model.answers("{\"topic\":\"Photosynthesis in plants\",\"children\":[\"Light\",\"Water\"]}");

        assertThat(spec(given(DiagramType.MIND_MAP, "photoSynthesis")).members())
                .containsKey("_layout")
                .containsEntry("topic", new Json.Text("photoSynthesis"));
    }

    @Nested
    class WithWishes {

        @Test
        void overwritesWhatTheModelSays() {
            model.answers("{\"topic\":\"Beasts\",\"dimension\":\"size\",\"children\":[\"Mammals\"]}");
            var wishes = new Wishes(Optional.empty(), Optional.of("habitat"), Optional.of("Animals"), List.of());

            assertThat(spec(request(new GraphRequest.Kind.Given(DiagramType.TREE_MAP), "beasts", wishes)))
                    .asString()
                    .contains("\"topic\":\"Animals\",\"dimension\":\"habitat\"");
            assertThat(sent(model.calls().getFirst())).contains("<user_dimension>\nhabitat\n");
        }

        @Test
        void tellsThePreferredDimensionAndKeepsTheModels() {
            model.answers("{\"topic\":\"Beasts\",\"dimension\":\"living space\",\"children\":[\"Mammals\"]}");
            var wishes = new Wishes(Optional.of("habitat"), Optional.empty(), Optional.empty(), List.of());

            assertThat(spec(request(new GraphRequest.Kind.Given(DiagramType.TREE_MAP), "beasts", wishes)))
                    .asString()
                    .contains("\"dimension\":\"living space\"");
            assertThat(sent(model.calls().getFirst())).contains("<user_dimension>\nhabitat\n");
        }

        @Test
        void showsFivePairsOfTheModels() {
            model.answers(PAIRS);

            assertThat(spec(given(DiagramType.BRIDGE_MAP, "animals")))
                    .asString()
                    .contains("\"id\":4")
                    .doesNotContain("\"id\":5");
        }

        @Test
        void keepsThePairsOfTheUserFirstAndNeverSendsPlaceholders() {
            model.answers(PAIRS);
            var pairs = List.of(new Analogy("lion", "cub"), new Analogy("Left 1", "Right 1"));
            var wishes = new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), pairs);

            assertThat(spec(request(new GraphRequest.Kind.Given(DiagramType.BRIDGE_MAP), "animals", wishes)))
                    .asString()
                    .contains("\"analogies\":[{\"left\":\"lion\",\"right\":\"cub\",\"id\":0},{\"left\":\"cat\"")
                    .contains("\"id\":6");
            assertThat(sent(model.calls().getFirst())).contains("lion | cub").doesNotContain("Left 1");
        }
    }

    @Nested
    class WhenTheAnswerIsUnusable {

        @Test
        void remindsOnceOfJson() {
            model.answers("I would love to.").answers(FROGS);

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs"))).isInstanceOf(GraphAnswer.Drawn.class);
            assertThat(model.calls().getLast().messages())
                    .contains(Message.assistant("I would love to."))
                    .hasSize(4);
        }

        @Test
        void remindsOnceOfTheBrokenRule() {
            model.answers("{\"topic\":\"Frogs\",\"attributes\":[\"green\"]}").answers(FROGS);

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs"))).isInstanceOf(GraphAnswer.Drawn.class);
            assertThat(sent(model.calls().getLast())).contains("\"attributes\" needs 3 to 15 entries, came 1");
        }

        @Test
        void givesUpAfterOneReminderOfEachKind() {
            model.answers("No.").answers("{}").answers("Still no.");

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs")))
                    .isEqualTo(new GraphAnswer.Failed(ErrorType.NO_RESPONSE, Optional.of(DiagramType.BUBBLE_MAP)));
            assertThat(model.calls()).hasSize(3);
        }

        @Test
        void doesNotRemindWhenNoTimeIsLeftForAnAnswer() {
            model.answers("No.");
            time.advance(Duration.ofSeconds(58));

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs"))).isInstanceOf(GraphAnswer.Failed.class);
            assertThat(model.calls()).hasSize(1);
        }

        @Test
        void saysThatTheTailIsMissing() {
            model.answers("{\"topic\":\"Frogs\",\"attributes\":[\"green\",\"slimy\",\"loud\",\"amphib");

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs")))
                    .isInstanceOfSatisfying(GraphAnswer.Drawn.class, drawn -> {
                        assertThat(drawn.spec()).hasToString(FROGS);
                        assertThat(drawn.notices())
                                .singleElement()
                                .satisfies(
                                        notice -> assertThat(notice.text().en()).contains("cut off"));
                    });
        }
    }

    @Nested
    class WhenNoModelAnswers {

        private final ModelUnavailableException outage = new ModelUnavailableException(
                ModelUnavailableException.Reason.NO_CAPACITY, Optional.of(Duration.ofSeconds(7)), "full");

        @Test
        void tellsARefusalFromAnOutage() {
            model.refuses(ErrorType.CONTENT_FILTER).fails(outage);

            assertThat(answer(given(DiagramType.BUBBLE_MAP, "frogs")))
                    .isEqualTo(new GraphAnswer.Failed(ErrorType.CONTENT_FILTER, Optional.of(DiagramType.BUBBLE_MAP)));
            assertThatThrownBy(() -> answer(given(DiagramType.BUBBLE_MAP, "frogs")))
                    .isSameAs(outage);
        }

        @Test
        void classifiesByTheWordsAlone() {
            model.fails(outage).fails(outage);

            assertThat(answer(request(new GraphRequest.Kind.OnlyClassify(), "Why did Rome fall?", Wishes.none())))
                    .isEqualTo(new GraphAnswer.Classified(DiagramType.MULTI_FLOW_MAP, "Why did Rome fall"));
        }

        @Test
        void passesTheOutageOnWhereTheWordsSayNothing() {
            model.fails(outage).fails(outage);

            assertThatThrownBy(
                            () -> answer(request(new GraphRequest.Kind.OnlyClassify(), "Roman history", Wishes.none())))
                    .isSameAs(outage);
        }

        @Test
        void callsAnAnswerOutsideTheListUnclear() {
            model.answers("{\"diagram_type\":\"pie_chart\"}").answers("{\"topic\":\"x\"}");

            assertThat(answer(request(new GraphRequest.Kind.Auto(), "Roman history", Wishes.none())))
                    .isEqualTo(new GraphAnswer.Unclear());
        }
    }

    private GraphAnswer answer(GraphRequest request) {
        return generation.answer(request, errand).await().atMost(Duration.ofSeconds(5));
    }

    private JsonObject spec(GraphRequest request) {
        return ((GraphAnswer.Drawn) answer(request)).spec();
    }

    private static GraphRequest given(DiagramType type, String prompt) {
        return request(new GraphRequest.Kind.Given(type), prompt, Wishes.none());
    }

    private static GraphRequest request(GraphRequest.Kind kind, String prompt, Wishes wishes) {
        return new GraphRequest(prompt, kind, Language.EN, ModelName.QWEN, wishes);
    }

    private static String sent(ModelCall call) {
        return call.messages().stream().map(Message::content).collect(Collectors.joining("\n"));
    }
}
