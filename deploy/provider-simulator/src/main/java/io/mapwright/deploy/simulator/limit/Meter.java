package io.mapwright.deploy.simulator.limit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Everything counted for one account, or for one model of it. A call is first {@linkplain #refusal asked about} and then
 * {@linkplain #enter let in}, so that several meters can decide together and a refused call costs nothing anywhere.
 *
 * <p>Not thread-safe.
 */
public final class Meter {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RollingWindow minute = new RollingWindow(60 * SECOND);
    private final RollingWindow second = new RollingWindow(SECOND);
    private final RollingWindow minuteTokens = new RollingWindow(60 * SECOND);
    private final RollingWindow secondTokens = new RollingWindow(SECOND);
    private final RollingWindow dayTokens = new RollingWindow(TimeUnit.DAYS.toNanos(1), 60 * SECOND);
    private final BurstGuard guard = new BurstGuard();
    private Limits limits = Limits.NONE;
    private int inFlight;

    /** Replaces the limits; everything counted so far stays counted. */
    public void enforce(Limits newLimits) {
        limits = newLimits;
    }

    public int inFlight() {
        return inFlight;
    }

    /** The first dimension, in the provider's order, in which this call does not fit; empty when it fits in all. */
    public Optional<Refusal> refusal(long now, Demand demand, List<Dimension> order) {
        for (Dimension dimension : order) {
            long limit = limit(dimension, now);
            if (limit > 0 && demand.isAbout(dimension)) {
                Refusal refusal = check(dimension, limit, now, demand);
                if (refusal.waitNanos() > 0) {
                    return Optional.of(refusal);
                }
            }
        }
        return Optional.empty();
    }

    /** Counts a call in; its lease must be {@linkplain Lease#end ended} exactly once. */
    public Lease enter(long now, Demand demand) {
        inFlight += demand.holdsPlace() ? 1 : 0;
        if (demand.requests() > 0) {
            minute.add(now, demand.requests());
            second.add(now, demand.requests());
        }
        guard.note(now, limits.burst(), second.sum(now));
        return new Lease(
                demand,
                minuteTokens.add(now, demand.tokens()),
                secondTokens.add(now, demand.tokens()),
                dayTokens.add(now, demand.tokens()));
    }

    Standing standing(long now) {
        return new Standing(
                limits.requestsPerMinute(),
                Math.max(0, limits.requestsPerMinute() - minute.sum(now)),
                minute.nanosUntilEmpty(now),
                limits.tokensPerMinute(),
                Math.max(0, limits.tokensPerMinute() - minuteTokens.sum(now)),
                minuteTokens.nanosUntilEmpty(now));
    }

    private long limit(Dimension dimension, long now) {
        return switch (dimension) {
            case CONCURRENCY -> limits.inFlight();
            case REQUESTS_PER_SECOND -> limits.requestsPerSecond();
            case REQUESTS_PER_MINUTE -> limits.requestsPerMinute();
            case BURST -> guard.allowedPerSecond(now, limits.burst());
            case TOKENS_PER_SECOND -> limits.tokensPerSecond();
            case TOKENS_PER_MINUTE -> limits.tokensPerMinute();
            case TOKENS_PER_DAY -> limits.tokensPerDay();
        };
    }

    private Refusal check(Dimension dimension, long limit, long now, Demand demand) {
        if (dimension == Dimension.CONCURRENCY) {
            return new Refusal(dimension, limit, inFlight, inFlight >= limit ? SECOND : 0);
        }
        RollingWindow window = window(dimension);
        long wanted = window == minute || window == second ? 1 : Math.min(demand.tokens(), limit);
        long wait = window.nanosUntil(now, limit - wanted);
        return new Refusal(dimension, limit, window.sum(now), wait);
    }

    private RollingWindow window(Dimension dimension) {
        return switch (dimension) {
            case REQUESTS_PER_MINUTE -> minute;
            case TOKENS_PER_SECOND -> secondTokens;
            case TOKENS_PER_MINUTE -> minuteTokens;
            case TOKENS_PER_DAY -> dayTokens;
            case CONCURRENCY, REQUESTS_PER_SECOND, BURST -> second;
        };
    }

    /** One call's place in the meter. */
    public final class Lease {

        private final Demand demand;
        private final long minuteEntry;
        private final long secondEntry;
        private final long dayEntry;
        private boolean ended;

        private Lease(Demand demand, long minuteEntry, long secondEntry, long dayEntry) {
            this.demand = demand;
            this.minuteEntry = minuteEntry;
            this.secondEntry = secondEntry;
            this.dayEntry = dayEntry;
        }

        /** Frees the place and charges the tokens really used, at the time the call arrived. A second end is ignored. */
        public void end(long now, long tokens) {
            if (!ended) {
                ended = true;
                inFlight -= demand.holdsPlace() ? 1 : 0;
                long difference = tokens - demand.tokens();
                minuteTokens.correct(now, minuteEntry, difference);
                secondTokens.correct(now, secondEntry, difference);
                dayTokens.correct(now, dayEntry, difference);
            }
        }
    }
}
