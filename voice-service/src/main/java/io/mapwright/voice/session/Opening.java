package io.mapwright.voice.session;

import io.mapwright.defaults.identity.Caller;

import java.time.Instant;
import java.util.Objects;

/**
 * A wish to hold a session.
 *
 * @param session which one
 * @param connection the connection's id, unique for ever
 * @param caller its verified user
 * @param tokenEnd when the user's token ends
 */
public record Opening(SessionId session, String connection, Caller caller, Instant tokenEnd) {

    public Opening {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(tokenEnd, "tokenEnd");
    }

    SessionRegistry.Holder holder() {
        return new SessionRegistry.Holder(caller.subject(), connection);
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** The session is open. */
        record Opened(VoiceSession session) implements Outcome {}

        /** It is not; the connection is to be closed. */
        record Refused(Closing closing) implements Outcome {}
    }
}
