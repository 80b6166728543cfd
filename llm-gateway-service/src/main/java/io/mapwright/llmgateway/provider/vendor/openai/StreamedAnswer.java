package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.Ending;
import io.mapwright.llmgateway.provider.ServerSentEvents;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Usage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows the events of a stream until they make an answer. Pieces without content are held back until the first one with
 * content, so that an early error is still a plain failure and the call may be tried again. Used on one context only.
 */
final class StreamedAnswer {

    private final ChatJson json;
    private final Verdicts verdicts;
    private final Consumer<StreamPart> parts;
    private final ServerSentEvents events;
    private final List<StreamPart> heldBack = new ArrayList<>();
    private State state = State.WAITING;
    private Optional<String> finish = Optional.empty();
    private Optional<Usage> usage = Optional.empty();
    private Map<String, Object> lastChunk = Map.of();

    /** @param parts takes the pieces from the first content on; a {@link StreamPart.Ended} or Broken is the last */
    StreamedAnswer(ChatJson json, Verdicts verdicts, int longestEvent, Consumer<StreamPart> parts) {
        this.json = json;
        this.verdicts = verdicts;
        this.parts = parts;
        this.events = new ServerSentEvents(longestEvent);
    }

    private enum State {
        WAITING,
        FLOWING,
        OVER
    }

    /** Takes bytes; returns the failure if this shows that there will be no answer at all. */
    Optional<Diagnosis> feed(byte[] bytes) {
        Optional<Diagnosis> failure = take(events.feed(bytes));
        return failure.isEmpty() && events.isOverflown() ? fail(Verdicts.unreadable(200, "event too long")) : failure;
    }

    /** The body ended; returns the failure if that leaves no answer at all. */
    Optional<Diagnosis> end() {
        Optional<Diagnosis> failure = take(events.end());
        if (failure.isPresent() || state == State.OVER) {
            return failure;
        }
        // Without a finish reason the answer was cut off, and half an answer must not look like a whole one.
        return finish.isPresent() ? finished() : fail(Verdicts.unreadable(200, "stream ended without an end"));
    }

    /** The call failed underway; returns the failure if nothing was passed on yet. */
    Optional<Diagnosis> fail(Diagnosis diagnosis) {
        if (state == State.OVER) {
            return Optional.empty();
        }
        boolean early = state == State.WAITING;
        state = State.OVER;
        if (early) {
            return Optional.of(diagnosis);
        }
        parts.accept(new StreamPart.Broken(diagnosis, usage));
        return Optional.empty();
    }

    boolean isFlowing() {
        return state != State.WAITING;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    private Optional<Diagnosis> take(List<ServerSentEvents.Event> arrived) {
        for (ServerSentEvents.Event event : arrived) {
            Optional<Diagnosis> failure = take(event);
            if (failure.isPresent() || state == State.OVER) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Diagnosis> take(ServerSentEvents.Event event) {
        String data = event.data().strip();
        if (data.isEmpty()) {
            return Optional.empty();
        }
        if (data.equals("[DONE]")) {
            return finished();
        }
        Optional<Map<String, Object>> tree = json.read(data);
        if (tree.isEmpty()) {
            return fail(Verdicts.unreadable(200, "event is not a JSON object"));
        }
        Piece piece = Piece.of(200, tree.get());
        if (piece.error().isPresent()) {
            return fail(verdicts.of(piece.error().get()));
        }
        usage = piece.usage().or(() -> usage);
        finish = piece.finish().or(() -> finish);
        if (!piece.answers()) {
            return Optional.empty();
        }
        lastChunk = tree.get();
        Optional<Diagnosis> disguised = piece.finish()
                .flatMap(reason -> verdicts.ofFinish(200, reason, state == State.WAITING && !piece.content()));
        if (disguised.isPresent()) {
            return fail(disguised.get());
        }
        Map<String, Object> bare = Piece.withoutUsage(lastChunk);
        pass(new StreamPart.Chunk(bare == lastChunk ? data : json.write(bare), piece.text()), piece);
        return Optional.empty();
    }

    private void pass(StreamPart.Chunk chunk, Piece piece) {
        if (state == State.WAITING && !piece.content() && piece.finish().isEmpty()) {
            heldBack.add(chunk);
            return;
        }
        start();
        parts.accept(chunk);
    }

    private void start() {
        state = State.FLOWING;
        heldBack.forEach(parts);
        heldBack.clear();
    }

    private Optional<Diagnosis> finished() {
        if (state == State.WAITING && lastChunk.isEmpty()) {
            return fail(Verdicts.unreadable(200, "stream without an answer"));
        }
        start();
        state = State.OVER;
        parts.accept(new StreamPart.Ended(usage.map(this::usageChunk), new Ending(finish.orElse(""), usage)));
        return Optional.empty();
    }

    private String usageChunk(Usage counted) {
        Map<String, Object> chunk = new LinkedHashMap<>(lastChunk);
        chunk.keySet().retainAll(List.of("id", "object", "created", "model", "system_fingerprint"));
        chunk.put("choices", List.of());
        chunk.put("usage", WireUsage.of(counted));
        return json.write(chunk);
    }
}
