package io.mapwright.deploy.simulator.limit;

/**
 * Why a call was not let in. Nothing was counted in any dimension.
 *
 * @param dimension what was used up
 * @param limit its limit
 * @param current what was counted before this call
 * @param waitNanos when the same call could be let in if nothing else came; for concurrency unknown and therefore 1 s
 */
public record Refusal(Dimension dimension, long limit, long current, long waitNanos) {

    /** The wait in whole seconds, rounded up, at least 1. */
    public long waitSeconds() {
        return Math.max(1, Math.ceilDiv(waitNanos, 1_000_000_000L));
    }
}
