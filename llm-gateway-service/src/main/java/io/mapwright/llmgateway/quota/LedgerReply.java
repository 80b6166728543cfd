package io.mapwright.llmgateway.quota;

import java.util.List;

/** What the ledger says to one {@link LedgerCall}. Times are microseconds. */
public sealed interface LedgerReply {

    /**
     * The report was taken and the line was served.
     *
     * @param generation when the ledger came into being
     * @param now ledger time of this exchange
     * @param comeBack delay after which the replica's next caller may have its turn, 0 when nobody waits here any more
     * @param obstacle what keeps those that still wait
     * @param woken replicas that were asked to call because a slot is left for them
     * @param state the scope as a whole
     * @param slots what was granted, in the order of their time
     */
    record Served(
            long generation, long now, long comeBack, Obstacle obstacle, long woken, ScopeState state, List<Slot> slots)
            implements LedgerReply {}

    /** The call was overtaken by a later one of the same session; nothing happened. */
    record Stale() implements LedgerReply {}

    /**
     * The ledger is in doubt about the time; nothing happened.
     *
     * @param delay after which to try again
     */
    record Later(long delay) implements LedgerReply {}

    /**
     * The ledger was lost and is new. It has to hear first what this replica sent during the last window.
     *
     * @param generation of the new ledger
     */
    record Restore(long generation) implements LedgerReply {}

    /**
     * Leave to make one call at a moment.
     *
     * @param delay until then, zero or more
     * @param group index of the group in the call that it was granted to
     * @param firm whether it must go to that group's class even if a more urgent caller has come since
     */
    record Slot(long delay, int group, boolean firm) {}

    /** What keeps a caller waiting. */
    enum Obstacle {
        IDLE,
        SETTLING,
        COOLING,
        CONCURRENCY,
        WINDOW,
        TOKENS,
        DAY,
        PACE
    }

    /**
     * The scope as a whole. Limits are the ones in force, less what rejections taught; -1 where there is none.
     *
     * @param live replicas that take part
     * @param rank of this replica among them, from 0
     * @param silent replicas among them whose share is kept free because they may be cut off
     * @param used calls in the window
     * @param tokensUsed tokens in the window, reserved ones included
     * @param held permits held by all replicas
     * @param requestLimit calls in any window
     * @param tokenLimit tokens in any window
     * @param slotLimit calls in flight
     * @param dayUsed calls in the last 24 hours
     * @param dayTokensUsed tokens in the last 24 hours
     * @param coolDown until calls may go again
     * @param closed until slots are given again, be it for the cool-down or because the ledger settles
     * @param spacing between two calls, 0 when they are not paced
     * @param nextTurn until one more call could be granted if nobody waited, negative as far as a burst is saved up
     * @param taken per mille of the calls granted lately that went to the first and the second class
     * @param waiting callers in line per class, in the order of {@link PriorityClass}
     */
    record ScopeState(
            long live,
            long rank,
            long silent,
            long used,
            long tokensUsed,
            long held,
            long requestLimit,
            long tokenLimit,
            long slotLimit,
            long dayUsed,
            long dayTokensUsed,
            long coolDown,
            long closed,
            long spacing,
            long nextTurn,
            List<Long> taken,
            List<Long> waiting) {

        /** Nothing is known yet. */
        static final ScopeState UNKNOWN =
                new ScopeState(1, 0, 0, 0, 0, 0, -1, -1, -1, 0, 0, 0, 0, 0, 0, List.of(0L, 0L), List.of(0L, 0L, 0L));

        public ScopeState {
            taken = List.copyOf(taken);
            waiting = List.copyOf(waiting);
        }
    }
}
