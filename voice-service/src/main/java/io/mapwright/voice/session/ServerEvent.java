package io.mapwright.voice.session;

import io.mapwright.defaults.problem.Text;

import java.util.Map;
import java.util.Objects;

/** What a client is sent over the socket. */
public sealed interface ServerEvent {

    /** The session has begun. */
    record Connected(SessionId sessionId) implements ServerEvent {}

    /** A piece of an answer in words. */
    record TextChunk(String text) implements ServerEvent {}

    /** Everything that a turn brings was sent. */
    record ResponseDone() implements ServerEvent {}

    /** The turn was given up on the client's wish; nothing more comes of it. */
    record ResponseCancelled() implements ServerEvent {}

    /** Do something about panels, selection or the assistant. */
    record Action(String action, Map<String, Object> params) implements ServerEvent {}

    /** Change the map. The client acknowledges with the same {@code mutationId}. */
    record DiagramUpdate(String mutationId, String action, Object updates) implements ServerEvent {}

    /**
     * Something went wrong; the session goes on. After an utterance it takes the place of {@link ResponseDone}.
     *
     * @param text for people
     * @param errorType for programs
     */
    record Failure(Text text, String errorType) implements ServerEvent {

        public Failure {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(errorType, "errorType");
        }

        public Failure(String errorType, String zh, String en) {
            this(new Text(zh, en), errorType);
        }
    }
}
