package io.mapwright.auth.credential;

import java.time.Duration;

/** So many passwords wait to be checked that another one would wait too long; nothing was checked. */
public final class HashingOverloadedException extends RuntimeException {

    private final Duration retryAfter;

    HashingOverloadedException(Duration retryAfter) {
        super("too many password checks are waiting", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When to try again, counted from now. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
