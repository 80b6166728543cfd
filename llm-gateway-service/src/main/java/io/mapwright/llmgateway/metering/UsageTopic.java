package io.mapwright.llmgateway.metering;

import io.smallrye.mutiny.Uni;

import java.util.List;

/** The topic that the ledger reads. */
public interface UsageTopic {

    /**
     * Publishes all of them, in order per key.
     *
     * @return completes when the broker has acknowledged every one; fails otherwise, and then some may have arrived
     */
    Uni<Void> publish(List<Outbox.Entry> entries);
}
