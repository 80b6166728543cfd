package io.mapwright.llmgateway.completion;

import java.time.Duration;
import java.time.Instant;

/**
 * When the caller stops waiting.
 *
 * @param end the moment after which no answer is of use
 */
public record Deadline(Instant end) {

    /** The time left, zero when it has passed. */
    public Duration left(Instant now) {
        Duration left = Duration.between(now, end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
