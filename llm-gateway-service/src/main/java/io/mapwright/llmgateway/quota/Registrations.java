package io.mapwright.llmgateway.quota;

import java.util.Arrays;

/**
 * Which callers the ledger knows to wait here. As long as it knows one at least as urgent, it will call or grant anyway, and
 * nobody has to tell it of another.
 */
final class Registrations {

    private final long[] known = new long[PriorityClass.values().length];

    /** The ledger has answered a report. */
    void answered(LedgerCall.Report report, LedgerReply.Served reply) {
        forget();
        report.groups().forEach(group -> known[group.priority().ordinal()] += group.count());
        reply.slots()
                .forEach(slot ->
                        known[report.groups().get(slot.group()).priority().ordinal()]--);
    }

    /** Nobody is known any more. */
    void forget() {
        Arrays.fill(known, 0);
    }

    /** Whether somebody at least as urgent is known. */
    boolean cover(PriorityClass priority) {
        for (int i = 0; i <= priority.ordinal(); i++) {
            if (known[i] > 0) {
                return true;
            }
        }
        return false;
    }
}
