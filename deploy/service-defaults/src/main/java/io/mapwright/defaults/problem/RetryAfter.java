package io.mapwright.defaults.problem;

import java.time.Duration;

/** The value of a {@code Retry-After} header (RFC 9110 section 10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /** {@code delay} in whole seconds, rounded up so that nobody comes back too early; at least 1. */
    public static String seconds(Duration delay) {
        return Long.toString(Math.max(1, Math.ceilDiv(delay.toMillis(), 1000)));
    }
}
