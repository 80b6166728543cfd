package io.mapwright.diagram.generation;

import io.mapwright.defaults.problem.Language;
import io.mapwright.deploy.simulator.answer.AnswerBook;
import io.mapwright.deploy.simulator.answer.Question;
import io.mapwright.diagram.classification.PlainClassifier;
import io.mapwright.diagram.model.ChatModel;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ModelCall;
import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.model.ModelReply;
import io.mapwright.diagram.prompt.PlainTemplates;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.testkit.MutableTime;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every prompt of ours, answered by the provider simulator, becomes a diagram at the first attempt. */
class EveryDiagramTest {

    private final MutableTime time = new MutableTime();
    private final SimulatedModel model = new SimulatedModel();
    private final GraphGeneration generation = new GraphGeneration(
            PlainClassifier.over(model),
            new Draughtsman(model, PlainTemplates.prompts(), new PlainGenerationConfig(), time));

    static Stream<Arguments> everyDiagramInEveryLanguage() {
        return Stream.of(DiagramType.values())
                .flatMap(type -> Stream.of(
                        Arguments.of(type, Language.EN, "Frogs and toads"),
                        Arguments.of(type, Language.EN, "How does an electric car work?"),
                        Arguments.of(type, Language.ZH, "光合作用"),
                        Arguments.of(type, Language.ZH, "要不要让小学生带手机上学")));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("everyDiagramInEveryLanguage")
    void drawsEveryDiagramInEveryLanguage(DiagramType type, Language language, String prompt) {
        var errand = new Errand(
                "token", "request", "test", Optional.empty(), time.instant().plusSeconds(60));
        var request =
                new GraphRequest(prompt, new GraphRequest.Kind.Given(type), language, ModelName.QWEN, Wishes.none());

        var answer = generation.answer(request, errand).await().atMost(Duration.ofSeconds(5));

        assertThat(answer).isInstanceOfSatisfying(GraphAnswer.Drawn.class, drawn -> {
            assertThat(drawn.notices()).isEmpty();
            assertThat(drawn.spec().members()).containsKey(type.subjectKey());
        });
        assertThat(model.calls).isEqualTo(1);
    }

    private static final class SimulatedModel implements ChatModel {

        private final AnswerBook answers = new AnswerBook(1);
        private int calls;

        @Override
        public Uni<ModelReply> complete(ModelCall call) {
            calls++;
            var turns = call.messages().stream()
                    .map(message ->
                            new Question.Turn(message.role().name().toLowerCase(Locale.ROOT), message.content()))
                    .toList();
            var question = new Question(call.model(), turns, call.temperature(), false, 0, 0);
            return Uni.createFrom()
                    .item(new ModelReply.Answered(answers.answer(question, 8).text()));
        }

        @Override
        public Uni<ModelReply> stream(ModelCall call, Runnable begun) {
            throw new AssertionError("nobody streams here");
        }
    }
}
