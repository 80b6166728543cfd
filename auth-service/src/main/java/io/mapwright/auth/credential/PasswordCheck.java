package io.mapwright.auth.credential;

/** What comparing a password with a hash found. */
public enum PasswordCheck {
    /** The right password. */
    MATCH,
    /** The right password, and its hash wants to be made anew. */
    OUTDATED,
    /** Another password. */
    MISMATCH
}
