package io.mapwright.auth.session;

/** What came of exchanging a refresh token. */
public enum Rotation {
    /** The next token is good now. */
    ROTATED,
    /** The token was used before: its session, and every token of it, has ended. */
    REUSE_DETECTED,
    /** The token is unknown, expired, or its session has ended; nothing changed. */
    REFUSED
}
