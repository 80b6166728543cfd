package io.mapwright.llmgateway.quota;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;

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
     * The replicas that the ledger knows, for people and dashboards.
     *
     * @return none when only one process uses the ledger; fails when it could not be reached in time
     */
    default CompletionStage<List<QuotaSnapshot.Holder>> holders() {
        return CompletableFuture.completedFuture(List.of());
    }

    /**
     * Tells whom to ask to call.
     *
     * @param session who is asked
     * @param wake hears after how many microseconds the session should call, zero for at once; on any thread
     */
    void onWake(String session, LongConsumer wake);
}
