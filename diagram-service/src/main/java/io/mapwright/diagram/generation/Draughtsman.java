package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.ChatModel;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.model.Message;
import io.mapwright.diagram.model.ModelCall;
import io.mapwright.diagram.model.ModelReply;
import io.mapwright.diagram.prompt.Order;
import io.mapwright.diagram.prompt.Prompts;
import io.mapwright.diagram.repair.ModelOutput;
import io.mapwright.diagram.specification.Notice;
import io.mapwright.diagram.specification.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Gets one diagram from one model: at most one more question after prose, and one after a broken rule. */
@Singleton
final class Draughtsman {

    private final ChatModel models;
    private final Prompts prompts;
    private final GenerationConfig config;
    private final InstantSource time;

    Draughtsman(ChatModel models, Prompts prompts, GenerationConfig config, InstantSource time) {
        this.models = models;
        this.prompts = prompts;
        this.config = config;
        this.time = time;
    }

    /** Hears when a model begins to answer. */
    interface Begun {

        /** Nobody listens: the answer may come in one piece. */
        Begun UNHEARD = () -> {};

        void heard();
    }

    /**
     * Draws.
     *
     * @param begun told as soon as the model begins to answer
     * @return fails with {@link io.mapwright.diagram.model.ModelUnavailableException} when no model can be asked
     */
    Uni<Drawing> draw(GraphRequest request, Target.Diagram diagram, Errand errand, Begun begun) {
        var type = diagram.type();
        var order = new Order(
                type,
                request.language(),
                request.subject(),
                request.wishes().dimensionFor(type),
                request.wishes().pairsFor(type));
        var task = new Task(request, diagram, errand.drawing(type.wireName()), begun);
        return ask(task, prompts.drawing(order), Attempts.FIRST);
    }

    private record Task(GraphRequest request, Target.Diagram diagram, Errand errand, Begun begun) {}

    /** Which kinds of second question are left. */
    private record Attempts(boolean afterProse, boolean afterBrokenRule) {
        private static final Attempts FIRST = new Attempts(true, true);
    }

    private Uni<Drawing> ask(Task task, List<Message> messages, Attempts left) {
        var model = task.request().model().wireName();
        var call = new ModelCall(model, messages, config.temperature(), config.maxTokens(), task.errand());
        var asked = task.begun() == Begun.UNHEARD ? models.complete(call) : models.stream(call, task.begun()::heard);
        return asked.chain(reply -> switch (reply) {
            case ModelReply.Refused refused -> failed(refused.reason());
            case ModelReply.Answered answered -> judge(task, messages, answered.text(), left);
        });
    }

    private Uni<Drawing> judge(Task task, List<Message> messages, String answer, Attempts left) {
        return switch (ModelOutput.read(answer)) {
            case ModelOutput.Prose prose -> afterProse(task, messages, answer, left);
            case ModelOutput.Structured output -> afterJson(task, messages, answer, left, output);
        };
    }

    private Uni<Drawing> afterProse(Task task, List<Message> messages, String answer, Attempts left) {
        if (!left.afterProse() || tooLate(task)) {
            return failed(ErrorType.NO_RESPONSE);
        }
        var question = prompts.jsonOnly(messages, answer, task.request().language());
        return ask(task, question, new Attempts(false, left.afterBrokenRule()));
    }

    private Uni<Drawing> afterJson(
            Task task, List<Message> messages, String answer, Attempts left, ModelOutput.Structured output) {
        var wishes = task.request().wishes();
        var diagram = task.diagram();
        var json = wishes.enforceOn(output.json(), diagram.type(), diagram.topic());
        return switch (Reading.of(diagram.type(), json)) {
            case Reading.Accepted accepted -> done(accepted, output.truncated(), wishes);
            case Reading.Violated violated -> {
                if (!left.afterBrokenRule() || tooLate(task)) {
                    yield failed(ErrorType.NO_RESPONSE);
                }
                var language = task.request().language();
                var question = prompts.brokenRule(
                        messages, answer, language, violated.rule().in(language));
                yield ask(task, question, new Attempts(left.afterProse(), false));
            }
        };
    }

    private boolean tooLate(Task task) {
        return time.instant()
                .plus(config.leastForAnotherAttempt())
                .isAfter(task.errand().deadline());
    }

    private static Uni<Drawing> done(Reading.Accepted accepted, boolean truncated, Wishes wishes) {
        var notices = new ArrayList<Notice>();
        if (truncated) {
            notices.add(Notice.truncated());
        }
        notices.addAll(accepted.notices());
        return Uni.createFrom().item(new Drawing.Done(wishes.shown(accepted.specification()), List.copyOf(notices)));
    }

    private static Uni<Drawing> failed(ErrorType reason) {
        return Uni.createFrom().item(new Drawing.Failed(reason));
    }
}
