package io.mapwright.llmgateway.quota;

import java.time.Duration;
import java.util.Map;

/**
 * Everything configuration says about one scope.
 *
 * @param scope which one
 * @param published the provider's own numbers, only those that limit
 * @param limits what the ledger enforces
 * @param failedCallsCount whether a rejected call still counts as a request
 * @param line how long the line may be and how long anybody may wait in it
 * @param pulse how a replica keeps in touch with the ledger
 * @param floors shares of the slots that standard and background keep while they have work
 * @param alone what a replica may do while the ledger is away
 */
public record ScopeRules(
        QuotaScope scope,
        Map<Dimension, Long> published,
        ScopeLimits limits,
        boolean failedCallsCount,
        LineRules line,
        Pulse pulse,
        Floors floors,
        Alone alone) {

    public ScopeRules {
        published = Map.copyOf(published);
    }

    /** Tokens to set aside for a call, zero when the scope does not count them. */
    long costOf(TokenEstimate tokens) {
        if (!limits.countsTokens()) {
            return 0;
        }
        return tokens.input() + (limits.chargedAtStart() ? tokens.maximumOutput() : tokens.output());
    }

    /**
     * Bounds of the line.
     *
     * @param length callers per class and replica
     * @param longestWait whatever the caller's patience
     */
    public record LineRules(int length, Duration longestWait) {}

    /**
     * How a replica keeps in touch.
     *
     * @param lease how long its permits survive its silence
     * @param heartbeat longest silence while it is active
     * @param idleHeartbeat longest silence while it is not
     */
    public record Pulse(Duration lease, Duration heartbeat, Duration idleHeartbeat) {}

    /**
     * Life without the ledger.
     *
     * @param share of the limits that all replicas spend together, above 0 and below 1
     * @param replicas how many they are taken to be before the ledger has ever said
     */
    public record Alone(double share, int replicas) {}

    /**
     * Shares, 0 to 0.5 each.
     *
     * @param standard of the standard class
     * @param background of the background class
     */
    public record Floors(double standard, double background) {}
}
