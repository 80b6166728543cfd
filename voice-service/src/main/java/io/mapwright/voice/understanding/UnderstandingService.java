package io.mapwright.voice.understanding;

import io.mapwright.defaults.identity.Caller;
import io.mapwright.voice.action.DiagramContext;
import io.mapwright.voice.action.MapEdits;
import io.mapwright.voice.action.VoiceAction;
import io.mapwright.voice.action.WishFulfilment;
import io.mapwright.voice.completion.CompletionFailure;
import io.mapwright.voice.completion.Completions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what an utterance means for the map at hand. In doubt it means conversation. */
@ApplicationScoped
public class UnderstandingService {

    private static final int MOST_POINTS = 12;

    private final Completions completions;
    private final UnderstandingConfig config;

    UnderstandingService(Completions completions, UnderstandingConfig config) {
        this.completions = completions;
        this.config = config;
    }

    /**
     * Asks a model once.
     *
     * @return fails with {@link CompletionFailure} when the model could not be asked; an answer that makes no sense is
     *     no failure
     */
    public Uni<Understood> understand(Utterance utterance, DiagramContext context, Caller caller) {
        Uni<Understood> understood = Paragraph.is(utterance.text())
                ? completions
                        .object(UnderstandingPrompts.points(utterance), caller)
                        .map(answer -> understood(points(answer, context)))
                : completions
                        .object(UnderstandingPrompts.wish(utterance, context), caller)
                        .map(answer -> understood(wish(answer, utterance, context)));
        return understood.onFailure(UnderstandingService::isSenseless).recoverWithItem(new Understood.Talk());
    }

    private List<VoiceAction> wish(Map<String, Object> answer, Utterance utterance, DiagramContext context) {
        Optional<VoiceAction> action = WishReader.read(answer)
                .filter(wish -> wish.confidence() >= threshold(utterance))
                .flatMap(wish -> new WishFulfilment(context).of(wish));
        return action.map(List::of).orElse(List.of());
    }

    private static List<VoiceAction> points(Map<String, Object> answer, DiagramContext context) {
        var edits = new MapEdits(context);
        List<VoiceAction> actions = new ArrayList<>();
        WishReader.text(answer.get("topic")).flatMap(edits::center).ifPresent(actions::add);
        List<String> points = answer.get("nodes") instanceof List<?> list
                ? list.stream()
                        .map(WishReader::text)
                        .flatMap(Optional::stream)
                        .limit(MOST_POINTS)
                        .toList()
                : List.of();
        edits.additions(points, Optional.empty()).ifPresent(actions::add);
        return actions;
    }

    private double threshold(Utterance utterance) {
        return switch (utterance.manner()) {
            case SPOKEN -> config.spokenThreshold();
            case TYPED -> config.typedThreshold();
        };
    }

    private static Understood understood(List<VoiceAction> actions) {
        return actions.isEmpty() ? new Understood.Talk() : new Understood.Command(actions);
    }

    private static boolean isSenseless(Throwable failure) {
        return failure instanceof CompletionFailure known && known.errorType().equals(CompletionFailure.NO_RESPONSE);
    }
}
