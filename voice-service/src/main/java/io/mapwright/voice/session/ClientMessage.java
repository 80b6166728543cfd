package io.mapwright.voice.session;

import java.util.Map;
import java.util.Optional;

/** What a client says over the socket. */
public sealed interface ClientMessage {

    /** Comes first: the map at hand. Sent again, it describes the map anew. */
    record Start(Optional<String> diagramType, Map<String, Object> context) implements ClientMessage {}

    /** The map has changed; members that are not named stay as they were. */
    record ContextUpdate(Optional<String> diagramType, Map<String, Object> context) implements ClientMessage {}

    /** Typed words. */
    record Text(String text) implements ClientMessage {}

    /** Sound: PCM, 16 bit, mono, 16 kHz; or a command about what was sent of it. */
    record Audio() implements ClientMessage {}

    /** A picture. */
    record Image() implements ClientMessage {}

    /** Give up the answer that is being made. */
    record CancelResponse() implements ClientMessage {}

    /** What became of a {@link ServerEvent.DiagramUpdate}. */
    record Ack(String mutationId, boolean ok) implements ClientMessage {}

    /** End the session. */
    record Stop() implements ClientMessage {}
}
