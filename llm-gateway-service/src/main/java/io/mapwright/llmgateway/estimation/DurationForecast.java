package io.mapwright.llmgateway.estimation;

import jakarta.inject.Singleton;

import java.time.Duration;

/**
 * How long calls usually take from being sent to their last word, learned per kind of call: follows the 98th percentile of
 * what was observed. A request that gets its turn with less than this left spends quota on an answer nobody waits for, so
 * it is the part of a deadline that is not for standing in line. What it learned is this replica's alone. Thread-safe.
 */
@Singleton
public final class DurationForecast {

    private final LearnedPercentile seconds = new LearnedPercentile(0.98, 2, 0.05);

    /** What nearly all calls of this kind stay below. */
    public Duration expect(CallKind kind) {
        return Duration.ofMillis(Math.round(seconds.of(kind) * 1_000));
    }

    /** Learns from a finished call. */
    public void observe(CallKind kind, Duration took) {
        seconds.observe(kind, took.toMillis() / 1_000.0);
    }
}
