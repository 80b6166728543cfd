package io.mapwright.llmgateway.quota;

/**
 * The right to make one call, held until {@link #end}. A permit whose replica dies comes back by itself within the lease
 * time of the ledger; a live replica keeps it for as long as the call lasts.
 */
public interface Permit {

    /** Identifies this permit among all replicas. */
    String id();

    /**
     * Gives the permit back. Idempotent: only the first call has an effect. Returns at once; the ledger hears of it with the
     * next exchange.
     *
     * @param ending what became of the call
     */
    void end(CallEnding ending);

    /** Ends a call whose real usage is known. */
    default void settle(TokenUsage usage) {
        end(new CallEnding.Completed(usage));
    }

    /** Ends a call whose usage is not known; right for a {@code finally} because it has no effect after another ending. */
    default void release() {
        end(new CallEnding.UsageUnknown());
    }
}
