package io.mapwright.llmgateway.quota;

import java.util.Map;
import java.util.Optional;

/**
 * The limits of one scope in the form the ledger works with; zero means no such limit. Times are microseconds.
 *
 * @param version a ledger that hears different limits follows the highest version
 * @param requests calls in any window
 * @param tokens tokens in any window
 * @param dayRequests calls in any 24 hours
 * @param dayTokens tokens in any 24 hours
 * @param concurrency calls in flight
 * @param window the provider's minute plus the guard for the way to the provider
 * @param pacing how calls and tokens follow each other
 * @param chargedAtStart whether tokens are charged when a call starts and never given back
 * @param coolDown after a rejection that states no delay
 */
public record ScopeLimits(
        long version,
        long requests,
        long tokens,
        long dayRequests,
        long dayTokens,
        long concurrency,
        long window,
        Pacing pacing,
        boolean chargedAtStart,
        long coolDown) {

    /**
     * How calls and tokens follow each other.
     *
     * @param spacing between two calls at full rate
     * @param burst calls that may go at once after an idle time, at least 1
     * @param tokenSpacing of one token at full rate
     * @param tokenBurst how far the token clock may run ahead of time
     * @param lead how far ahead slots are booked for interactive callers
     * @param lowLead how far ahead they are booked for the others, who may be overtaken until then
     * @param ramp how long the rate takes to rise after an idle time or a rejected burst, zero to start at full rate
     * @param useBy how late a slot may be used; later ones go back
     */
    public record Pacing(
            double spacing,
            long burst,
            double tokenSpacing,
            long tokenBurst,
            long lead,
            long lowLead,
            long ramp,
            long useBy) {}

    /** The limit that a call breaks by its size alone, with the size of the limit; empty when it fits. */
    Optional<Map.Entry<Dimension, Long>> tooSmallFor(long cost) {
        if (tokens > 0 && cost > tokens) {
            return Optional.of(Map.entry(Dimension.TOKENS_PER_MINUTE, tokens));
        }
        if (dayTokens > 0 && cost > dayTokens) {
            return Optional.of(Map.entry(Dimension.TOKENS_PER_DAY, dayTokens));
        }
        return Optional.empty();
    }

    /** Whether calls have to be priced in tokens at all. */
    boolean countsTokens() {
        return tokens > 0 || dayTokens > 0;
    }
}
