package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a caller would stand in line, and when a refused one should come back. */
final class WaitForecast {

    private static final double JITTER = 0.2;
    private static final Duration SOONEST = Duration.ofMillis(250);

    private final RandomGenerator random;

    WaitForecast(RandomGenerator random) {
        this.random = random;
    }

    /** Microseconds until a caller who joins the end of a class now has its turn, as far as is known. */
    long waitOf(PriorityClass priority, ScopeState state, long aheadHere) {
        long aheadElsewhere = 0;
        for (int index = 0; index <= priority.ordinal(); index++) {
            aheadElsewhere += state.waiting().get(index);
        }
        long ahead = Math.max(aheadHere, aheadElsewhere);
        return state.coolDown() + ahead * state.spacing();
    }

    /** The limit that keeps callers waiting at the moment. */
    Dimension limitOf(ScopeState state) {
        boolean slotsUsed = state.slotLimit() >= 0 && state.held() >= state.slotLimit();
        boolean tokensUsed = state.tokenLimit() >= 0 && state.tokensUsed() * 10 >= state.tokenLimit() * 9;
        if (slotsUsed) {
            return Dimension.CONCURRENCY;
        }
        return tokensUsed ? Dimension.TOKENS_PER_MINUTE : Dimension.REQUESTS_PER_MINUTE;
    }

    /** Never negative or zero, and later by up to a fifth so that refused callers do not come back together. */
    Duration jittered(Duration wait) {
        var least = wait.compareTo(SOONEST) < 0 ? SOONEST : wait;
        return least.plusMillis((long) (least.toMillis() * JITTER * random.nextDouble()));
    }
}
