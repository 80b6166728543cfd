package io.mapwright.llmgateway.quota;

/** Where ledgers are kept. */
public interface Ledgers {

    /** The ledger of one scope. */
    Ledger ledgerOf(ScopeRules rules);

    /** The thread on which this replica works for one scope; always the same for the same scope. */
    Timeline timelineOf(QuotaScope scope);
}
