package io.mapwright.llmgateway.quota;

import java.util.function.Supplier;

/** Where ledgers are kept. Closing closes what connects to them. */
public interface Ledgers extends AutoCloseable {

    /**
     * The ledger of one scope.
     *
     * @param rules asked at every exchange, as they may change
     */
    Ledger ledgerOf(Supplier<ScopeRules> rules);

    /** The thread on which this replica works for one scope; always the same for the same scope. */
    Timeline timelineOf(QuotaScope scope);

    @Override
    default void close() {
        // many have nothing to close
    }
}
