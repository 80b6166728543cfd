package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.Map;

/**
 * What was counted since the start or the last reset.
 *
 * @param rejections calls refused for a limit, by dimension
 * @param failures calls that got an error for another reason, by code
 */
public record Totals(
        @JsonUnwrapped Traffic traffic,
        Map<String, Long> rejections,
        Map<String, Long> failures,
        @JsonUnwrapped Rate rate,
        Tokens tokens,
        Aborts aborted) {

    /** Calls refused for a limit, of all dimensions together. */
    public long rejected() {
        return rejections.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every call that arrived, refused ones included. */
    public long calls() {
        return traffic.calls();
    }

    /**
     * Calls by their fate.
     *
     * @param broken broken off by a fault on command
     */
    public record Traffic(
            long calls,
            long accepted,
            long completed,
            long broken,
            @JsonProperty("in_flight") int inFlight,
            @JsonProperty("worst_in_flight") int worstInFlight) {}

    /**
     * How densely calls arrived, refused ones included.
     *
     * @param lastMinute calls of the 60 s that end now
     * @param worstMinute the most calls of any rolling 60 s
     * @param worstSecond the most calls of any rolling second
     */
    public record Rate(
            @JsonProperty("last_minute") long lastMinute,
            @JsonProperty("worst_minute") long worstMinute,
            @JsonProperty("worst_second") long worstSecond) {}

    /** Tokens of calls that ended; of the part sent when they did not end well. */
    public record Tokens(long prompt, long completion, long total) {}

    /**
     * Calls whose client went away.
     *
     * @param lastAt when the last such end was noticed, milliseconds since the epoch; zero for never
     * @param lastAgeMs how long ago that was
     */
    public record Aborts(
            long count,
            @JsonProperty("last_at") long lastAt,
            @JsonProperty("last_age_ms") long lastAgeMs) {}
}
