package io.mapwright.diagram.classification;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.model.ChatModel;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.model.Message;
import io.mapwright.diagram.model.ModelCall;
import io.mapwright.diagram.model.ModelReply;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.mapwright.diagram.prompt.Prompts;
import io.mapwright.diagram.repair.ModelOutput;
import io.mapwright.diagram.specification.DiagramType;
import io.mapwright.diagram.specification.Placeholders;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;

/** Classifies a text: by its words where they are certain, else by asking a model, and by its words again without one. */
@Singleton
public final class Classifier {

    private static final String REQUEST_TYPE = "classification";
    private static final int LONGEST_TOPIC = 200;

    private final ChatModel models;
    private final Prompts prompts;
    private final ClassificationConfig config;

    Classifier(ChatModel models, Prompts prompts, ClassificationConfig config) {
        this.models = models;
        this.prompts = prompts;
        this.config = config;
    }

    /**
     * Finds the diagram and the topic, both at the same time.
     *
     * @param text what the user wrote, not blank
     * @return fails with {@link ModelUnavailableException} only when the text itself does not say what it wants and no
     *     model could be asked
     */
    public Uni<Classification> classify(String text, Language language, Errand errand) {
        if (Keywords.saysNothing(text) || Placeholders.isOne(text)) {
            return Uni.createFrom().item(new Classification.Unclear());
        }
        var accounted = errand.accountedTo(REQUEST_TYPE);
        return Uni.combine()
                .all()
                .unis(type(text, language, accounted), topic(text, language, accounted))
                .with(Classifier::withTopic);
    }

    private static Classification withTopic(Classification type, String topic) {
        return type instanceof Classification.Clear clear ? new Classification.Clear(clear.type(), topic) : type;
    }

    private Uni<Classification> type(String text, Language language, Errand errand) {
        var verdict = Keywords.of(text);
        if (verdict instanceof Verdict.Certain certain) {
            return Uni.createFrom().item(clear(certain.type()));
        }
        return ask(prompts.classification(language, text), errand)
                .map(reply -> ofReply(reply, verdict))
                .onFailure(ModelUnavailableException.class)
                .recoverWithUni(outage -> verdict.guess()
                        .map(type -> Uni.createFrom().item(clear(type)))
                        .orElse(Uni.createFrom().failure(outage)));
    }

    private static Classification ofReply(ModelReply reply, Verdict verdict) {
        return switch (reply) {
            case ModelReply.Answered answered ->
                member(answered.text(), "diagram_type")
                        .flatMap(DiagramType::named)
                        .map(Classifier::clear)
                        .orElse(new Classification.Unclear());
            case ModelReply.Refused refused ->
                verdict.guess().map(Classifier::clear).orElse(new Classification.Undecided(refused.reason()));
        };
    }

    /** The topic is worth a call and not worth a failure: without a model it is the text less the request. */
    private Uni<String> topic(String text, Language language, Errand errand) {
        return ask(prompts.topic(language, text), errand)
                .onFailure(ModelUnavailableException.class)
                .recoverWithItem(new ModelReply.Refused(ErrorType.OVERLOADED))
                .map(reply -> reply instanceof ModelReply.Answered answered
                        ? member(answered.text(), "topic").orElse(Subject.of(text))
                        : Subject.of(text));
    }

    private Uni<ModelReply> ask(List<Message> messages, Errand errand) {
        return models.complete(new ModelCall(config.model(), messages, 0, config.maxTokens(), errand));
    }

    private static Optional<String> member(String answer, String key) {
        return ModelOutput.read(answer) instanceof ModelOutput.Structured output
                ? output.json()
                        .member(key)
                        .filter(Json.Text.class::isInstance)
                        .map(text -> ((Json.Text) text).value().strip())
                        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TOPIC)
                : Optional.empty();
    }

    private static Classification clear(DiagramType type) {
        return new Classification.Clear(type, "");
    }
}
