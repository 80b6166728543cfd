package io.mapwright.deploy.simulator.limit;

/**
 * What a provider enforces on one account, or on one model of an account. Zero always means: no limit.
 *
 * @param requestsPerMinute calls in any rolling 60 s
 * @param perSecondShare whether a sixtieth of the minute limits (rounded up) is enforced over any rolling second too
 * @param tokensPerMinute tokens in any rolling 60 s
 * @param tokensPerDay tokens in any rolling 24 h
 * @param inFlight calls at the same time; a stream counts until it ends or its client is gone
 * @param burst how fast the call rate may grow; null for as fast as it likes
 */
public record Limits(
        int requestsPerMinute,
        boolean perSecondShare,
        long tokensPerMinute,
        long tokensPerDay,
        int inFlight,
        BurstRamp burst) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, false, 0, 0, 0, null);

    public Limits {
        if (requestsPerMinute < 0 || tokensPerMinute < 0 || tokensPerDay < 0 || inFlight < 0) {
            throw new IllegalArgumentException("a limit is zero (none) or more, not requests_per_minute="
                    + requestsPerMinute + ", tokens_per_minute=" + tokensPerMinute + ", tokens_per_day=" + tokensPerDay
                    + ", in_flight=" + inFlight);
        }
    }

    long requestsPerSecond() {
        return perSecondShare ? Math.ceilDiv(requestsPerMinute, 60) : 0;
    }

    long tokensPerSecond() {
        return perSecondShare ? Math.ceilDiv(tokensPerMinute, 60) : 0;
    }
}
