package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.ledger.Entry;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.limit.Admission.Lease;

import java.util.function.LongSupplier;

/** A turn's place in the ledger and in the limits. However the turn ends, it ends once. */
final class Ticket {

    private final Entry entry;
    private final Lease lease;
    private final LongSupplier nanos;
    private final int input;

    Ticket(Entry entry, Lease lease, LongSupplier nanos, int input) {
        this.entry = entry;
        this.lease = lease;
        this.nanos = nanos;
        this.input = input;
    }

    void end(Outcome outcome, String reason, int output) {
        if (!entry.isOver()) {
            lease.end(nanos.getAsLong(), (long) input + output);
            entry.end(outcome, 200, reason, output);
        }
    }
}
