package io.mapwright.llmgateway.quota;

import java.util.concurrent.CompletionStage;

/**
 * The account book of one scope, shared by all replicas. One session has at most one call in flight.
 */
public interface Ledger {

    /**
     * One exchange. Calls of one session take effect in the order of their sequence or not at all.
     *
     * @return the reply; fails when the ledger could not be reached in time, and then it is not known whether the call took
     *     effect
     */
    CompletionStage<LedgerReply> exchange(LedgerCall call);

    /**
     * Listens for the ledger's wish to hear from this session: a slot is due to one of its callers, or everybody is asked to
     * report. Wakes may be lost or doubled.
     */
    void onWake(String session, Runnable wake);
}
