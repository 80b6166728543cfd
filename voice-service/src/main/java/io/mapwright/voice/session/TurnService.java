package io.mapwright.voice.session;

import io.mapwright.defaults.identity.Caller;
import io.mapwright.voice.action.DiagramContext;
import io.mapwright.voice.action.VoiceAction;
import io.mapwright.voice.completion.CompletionFailure;
import io.mapwright.voice.completion.Completions;
import io.mapwright.voice.conversation.Conversation;
import io.mapwright.voice.understanding.UnderstandingService;
import io.mapwright.voice.understanding.Understood;
import io.mapwright.voice.understanding.Utterance;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers one utterance: by something done, by words, or by saying what went wrong. */
@ApplicationScoped
public class TurnService {

    private final UnderstandingService understanding;
    private final Completions completions;
    private final Supplier<UUID> ids;
    private final MeterRegistry metrics;

    TurnService(
            UnderstandingService understanding, Completions completions, Supplier<UUID> ids, MeterRegistry metrics) {
        this.understanding = understanding;
        this.completions = completions;
        this.ids = ids;
        this.metrics = metrics;
    }

    /** The events of one turn, the last of which is {@code ResponseDone} or {@code Failure}. Fails only for a bug. */
    Multi<ServerEvent> answer(Utterance utterance, DiagramContext context, Conversation conversation, Caller caller) {
        return understanding
                .understand(utterance, context, caller)
                .onItem()
                .transformToMulti(understood -> switch (understood) {
                    case Understood.Command command -> done(command);
                    case Understood.Talk talk -> words(utterance, context, conversation, caller);
                })
                .onFailure(CompletionFailure.class)
                .recoverWithItem(failure -> failed((CompletionFailure) failure));
    }

    /** Counts what clients made of the changes they were sent. */
    void acknowledged(boolean ok) {
        metrics.counter("voice.updates.acknowledged", "ok", Boolean.toString(ok))
                .increment();
    }

    private Multi<ServerEvent> done(Understood.Command command) {
        count("command");
        List<ServerEvent> events = command.actions().stream().map(this::event).toList();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().iterable(events), Multi.createFrom().item(new ServerEvent.ResponseDone()));
    }

    private ServerEvent event(VoiceAction action) {
        return switch (action) {
            case VoiceAction.Panel panel -> new ServerEvent.Action(panel.action(), panel.params());
            case VoiceAction.Edit edit ->
                new ServerEvent.DiagramUpdate(ids.get().toString(), edit.action(), edit.updates());
        };
    }

    private Multi<ServerEvent> words(
            Utterance utterance, DiagramContext context, Conversation conversation, Caller caller) {
        var answer = new StringBuilder();
        Multi<ServerEvent> chunks = completions
                .words(conversation.ask(utterance, context), caller)
                .onItem()
                .invoke(words -> answer.append(words))
                .onTermination()
                .invoke(() -> conversation.remember(utterance, answer.toString()))
                .map(ServerEvent.TextChunk::new);
        return chunks.onCompletion().continueWith(() -> List.of(ended(answer.isEmpty())));
    }

    private ServerEvent ended(boolean empty) {
        if (empty) {
            return failed(new CompletionFailure(CompletionFailure.NO_RESPONSE));
        }
        count("conversation");
        return new ServerEvent.ResponseDone();
    }

    private ServerEvent failed(CompletionFailure failure) {
        count(failure.errorType());
        return TurnFailures.event(failure);
    }

    private void count(String outcome) {
        metrics.counter("voice.turns", "outcome", outcome).increment();
    }
}
