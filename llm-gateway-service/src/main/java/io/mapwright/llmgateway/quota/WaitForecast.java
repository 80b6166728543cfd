package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a caller would stand in line, and when a refused one should come back: who is ahead of it, over all replicas, at
 * the pace of the limits, less what more urgent callers will take meanwhile. Confined to its scheduler's thread.
 */
final class WaitForecast {

    private static final double JITTER = 0.2;
    private static final Duration SOONEST = Duration.ofMillis(250);
    private static final double NEWEST_HOLD = 0.1;

    private final RandomGenerator random;
    private final double[] floors;
    private final int[] hereThen = new int[PriorityClass.values().length];

    private ScopeState state = ScopeState.UNKNOWN;
    private long heardAt;
    private double meanHold; // 0 until a permit has come back

    WaitForecast(ScopeRules.Floors floors, RandomGenerator random) {
        this.floors = new double[] {1, floors.standard(), floors.background()};
        this.random = random;
    }

    /** The ledger has told the state of the scope. */
    void heard(ScopeState told, Line line, long now) {
        state = told;
        heardAt = now;
        for (var priority : PriorityClass.values()) {
            hereThen[priority.ordinal()] = line.size(priority);
        }
    }

    /** A permit came back after this time. */
    void held(long micros) {
        meanHold = meanHold == 0 ? micros : meanHold + NEWEST_HOLD * (micros - meanHold);
    }

    /** Microseconds until a caller who joins the end of its line now has its turn, as far as is known. */
    long waitOf(PriorityClass priority, String organization, Line line, long now) {
        return waitOf(ahead(priority, line.aheadOf(priority, organization, 0), 0, line), now);
    }

    /** Microseconds until a caller who has just joined its line has its turn. */
    long waitOf(Waiter joined, Line line, long now) {
        long ahead = line.aheadOf(joined.priority(), joined.organization(), 1);
        return waitOf(ahead(joined.priority(), ahead, 1, line), now);
    }

    private long waitOf(double callsAhead, long now) {
        double closed = (double) state.closed() - (now - heardAt);
        double paced = Math.max(closed, nextTurn(now) + callsAhead * state.spacing());
        double slots = 0;
        if (state.slotLimit() > 0) {
            long free = state.slotLimit() - state.held();
            slots = Math.max(0, callsAhead + 1 - Math.max(0, free)) * meanHold / state.slotLimit();
        }
        return (long) Math.max(0, Math.max(paced, slots));
    }

    /** As told, a saved-up burst included; but as long as others wait for turns, they take the ones that have passed since. */
    private double nextTurn(long now) {
        double next = (double) state.nextTurn() - (now - heardAt);
        boolean contended = state.waiting().stream().anyMatch(waiting -> waiting > 0);
        boolean passed = contended && state.nextTurn() >= 0 && next < 0;
        return passed ? state.spacing() / 2.0 : next;
    }

    private double ahead(PriorityClass priority, long aheadHere, int included, Line line) {
        double othersHere = line.size(priority) - included;
        double elsewhere = Math.max(0, waiting(priority, line) - line.size(priority));
        double sameClass =
                aheadHere + elsewhere * (aheadHere + 1) / (othersHere + 1); // elsewhere it looks as it does here
        double moreUrgent = 0;
        double takenMeanwhile = 0;
        for (var other : PriorityClass.values()) {
            if (other.compareTo(priority) < 0) {
                moreUrgent += waiting(other, line);
                takenMeanwhile += state.taken().get(other.ordinal()) / 1000.0;
            } else if (other != priority && waiting(other, line) > 0) {
                takenMeanwhile += floors[other.ordinal()];
            }
        }
        double left = Math.max(floors[priority.ordinal()], 1 - takenMeanwhile);
        return moreUrgent / (1 - floors[1] - floors[2]) + sameClass / left;
    }

    /** Callers of a class in line everywhere: as the ledger told, and what changed here since. */
    private double waiting(PriorityClass priority, Line line) {
        long told = state.waiting().get(priority.ordinal());
        return Math.max(line.size(priority), told + line.size(priority) - hereThen[priority.ordinal()]);
    }

    /** The limit that keeps callers waiting at the moment. */
    Dimension limitInTheWay() {
        boolean slotsUsed = state.slotLimit() >= 0 && state.held() >= state.slotLimit();
        boolean tokensUsed = state.tokenLimit() >= 0 && state.tokensUsed() * 10 >= state.tokenLimit() * 9;
        if (slotsUsed) {
            return Dimension.CONCURRENCY;
        }
        return tokensUsed ? Dimension.TOKENS_PER_MINUTE : Dimension.REQUESTS_PER_MINUTE;
    }

    /** Never negative or zero, and later by up to a fifth so that refused callers do not come back together. */
    Duration jittered(long micros) {
        long least = Math.max(SOONEST.toNanos() / 1000, micros);
        return Duration.ofNanos((long) (least * (1 + JITTER * random.nextDouble())) * 1000);
    }
}
