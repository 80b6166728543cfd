package io.mapwright.llmgateway.estimation;

import jakarta.inject.Singleton;

/**
 * How long answers usually are, learned per kind of call: follows the 90th percentile of what was observed. What it learned
 * is this replica's alone and starts anew with it; a wrong guess costs a little waiting, never correctness. Thread-safe.
 */
@Singleton
public final class OutputForecast {

    private final LearnedPercentile tokens = new LearnedPercentile(0.9, 600, 16);

    /** Tokens that nine of ten answers of this kind stay below. */
    public long expect(CallKind kind) {
        return Math.round(tokens.of(kind));
    }

    /** Learns from a finished answer. */
    public void observe(CallKind kind, long outputTokens) {
        tokens.observe(kind, outputTokens);
    }
}
