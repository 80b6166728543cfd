package io.mapwright.llmgateway.quota;

/**
 * A slot that the ledger granted to this replica. Which caller uses it is decided when it is due.
 *
 * @param due moment of the timeline from which it may be used
 * @param useBy last moment at which it may be used
 * @param group for whom it was granted
 * @param firm whether it must go to that group's class
 * @param mode who granted it
 * @param generation the ledger it came from
 * @param ledgerTime its time there
 */
record BookedSlot(
        long due,
        long useBy,
        LedgerCall.Group group,
        boolean firm,
        Admission.Mode mode,
        long generation,
        long ledgerTime) {}
