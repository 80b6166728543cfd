package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.quota.QuotaSnapshot;

/**
 * How the quota behind a route stands.
 *
 * @param quota its state, a moment old
 */
public record Standing(QuotaSnapshot quota) {

    /**
     * The share of the quota that is free, from 0 to 1: that of the limit with the least left. It is 0 while callers stand
     * in line, since what becomes free is theirs.
     */
    public double headroom() {
        if (quota.waiting().values().stream().anyMatch(waiting -> waiting > 0)) {
            return 0;
        }
        return quota.usage().stream()
                .filter(usage -> usage.effective() > 0)
                .mapToDouble(usage -> 1 - (double) usage.used() / usage.effective())
                .map(free -> Math.clamp(free, 0, 1))
                .min()
                .orElse(1);
    }

    /** Whether the provider asked to be left alone for a while. */
    public boolean isCoolingDown() {
        return quota.coolDown().isPositive();
    }
}
