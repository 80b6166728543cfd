package io.mapwright.llmgateway.estimation;

import jakarta.inject.Singleton;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How long answers usually are, learned per kind of call: follows the 90th percentile of what was observed. What it learned
 * is this replica's alone and starts anew with it; a wrong guess costs a little waiting, never correctness. Thread-safe.
 */
@Singleton
public final class OutputForecast {

    private static final double PERCENTILE = 0.9;
    private static final double FIRST_GUESS = 600;
    private static final double SMALLEST = 16;
    private static final double RATE = 0.05;

    /** Kinds come from callers, who must not fill the memory. */
    private static final int MOST_KINDS = 2_000;

    private final ConcurrentMap<Kind, Double> learned = new ConcurrentHashMap<>();

    /**
     * A kind of call.
     *
     * @param model logical model
     * @param requestType what the call is for, empty when the caller did not say
     */
    public record Kind(String model, String requestType) {}

    /** Tokens that nine of ten answers of this kind stay below. */
    public long expect(Kind kind) {
        return Math.round(learned.getOrDefault(kind, FIRST_GUESS));
    }

    /** Learns from a finished answer. */
    public void observe(Kind kind, long outputTokens) {
        if (learned.size() >= MOST_KINDS && !learned.containsKey(kind)) {
            return;
        }
        learned.merge(kind, step(FIRST_GUESS, outputTokens), (old, ignored) -> step(old, outputTokens));
    }

    /** Moves up nine times as far as down, so that it rests where one of ten lies above. */
    private static double step(double guess, long observed) {
        double reach = Math.max(SMALLEST, guess) * RATE;
        double moved = observed > guess ? guess + reach * PERCENTILE * 2 : guess - reach * (1 - PERCENTILE) * 2;
        return Math.max(SMALLEST, moved);
    }
}
