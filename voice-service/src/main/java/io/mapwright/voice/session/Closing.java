package io.mapwright.voice.session;

/** Why a connection is closed. Several reasons may share a code; the words always tell them apart. */
public enum Closing {
    /** The client said {@code stop}. */
    STOPPED(1000, "stopped"),
    /** The session was cleaned up over HTTP. */
    CLEANED_UP(1000, "cleaned up"),
    /** This replica is being shut down; another one takes the session. */
    SHUTTING_DOWN(1001, "shutting down"),
    /** A message is larger than 64 KiB. */
    TOO_LARGE(1009, "message too large"),
    /** A fault of this service. */
    FAILED(1011, "internal error"),
    /** Tokens cannot be verified yet: nothing was said about this one. */
    NO_KEYS(1013, "tokens cannot be verified right now, try again later"),
    /** This replica holds as many sessions as it can. */
    FULL(1013, "too many sessions, try again later"),
    /** No token, or a bad one. */
    UNAUTHENTICATED(4001, "authentication failed"),
    /** The token that opened the session is no longer good; a new socket with a new token goes on. */
    TOKEN_EXPIRED(4001, "token expired"),
    /** A newer socket of the same user holds the session. */
    SUPERSEDED(4003, "replaced by a newer connection"),
    /** Another user holds the session. */
    NOT_YOURS(4003, "session belongs to another user"),
    /** The path names no session. */
    BAD_SESSION_ID(4004, "invalid session id"),
    /** The client does not read what it is sent. */
    TOO_SLOW(4008, "client too slow"),
    /** Nothing came from the client for too long. */
    IDLE(4010, "idle for too long"),
    /** The session has lasted as long as one may. */
    TOO_LONG(4011, "session lasted too long"),
    /** The client keeps sending faster than allowed. */
    TOO_FAST(4029, "too many messages"),
    /** The client is gone; nothing is left to close. */
    GONE(1006, "gone");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** The WebSocket close reason, for developers. */
    public String reason() {
        return reason;
    }
}
