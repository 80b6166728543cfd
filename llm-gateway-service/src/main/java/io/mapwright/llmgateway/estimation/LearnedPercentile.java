package io.mapwright.llmgateway.estimation;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A percentile of what was observed of each kind of call, followed step by step: up by much when an observation lies above,
 * down by little when below, so that it rests where the wanted share lies below it. Keeps one number per kind. Thread-safe.
 */
final class LearnedPercentile {

    private static final double RATE = 0.05;

    /** Kinds come from callers, who must not fill the memory. */
    private static final int MOST_KINDS = 2_000;

    private final ConcurrentMap<CallKind, Double> learned = new ConcurrentHashMap<>();
    private final double share;
    private final double firstGuess;
    private final double smallest;

    /**
     * @param share of observations that shall lie below, between 0 and 1
     * @param firstGuess before anything was observed
     * @param smallest value it never falls below, above zero
     */
    LearnedPercentile(double share, double firstGuess, double smallest) {
        this.share = share;
        this.firstGuess = firstGuess;
        this.smallest = smallest;
    }

    double of(CallKind kind) {
        return learned.getOrDefault(kind, firstGuess);
    }

    void observe(CallKind kind, double value) {
        if (learned.size() >= MOST_KINDS && !learned.containsKey(kind)) {
            return;
        }
        learned.merge(kind, step(firstGuess, value), (old, ignored) -> step(old, value));
    }

    private double step(double guess, double observed) {
        double reach = Math.max(smallest, guess) * RATE * 2;
        double moved = observed > guess ? guess + reach * share : guess - reach * (1 - share);
        return Math.max(smallest, moved);
    }
}
