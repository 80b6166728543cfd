package io.mapwright.auth.ledger;

import io.smallrye.mutiny.Uni;

import java.util.List;

/** Where usage is written down. */
public interface UsageLedger {

    /**
     * Writes events and their sums, all in one step. An event that is there already is left alone, so the same events
     * may come any number of times, also twice in one call.
     *
     * @return fails when the ledger is not reachable or its answer got lost; then the same events must be recorded
     *     again, and nothing is counted twice
     */
    Uni<Recorded> record(List<UsageEvent> events);

    /**
     * What came of it.
     *
     * @param added events that were new
     * @param known events that were there already
     * @param refused events that the ledger can't hold however often they come
     */
    record Recorded(int added, int known, List<UsageEvent> refused) {}
}
