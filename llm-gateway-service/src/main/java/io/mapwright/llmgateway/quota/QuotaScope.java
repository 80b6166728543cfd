package io.mapwright.llmgateway.quota;

/**
 * What the provider counts together: one ledger, one line of waiting callers, one set of limits.
 *
 * @param provider configured id of the provider
 * @param account our account with it
 * @param pool the model or pool of models counted together, {@code all} when the provider counts the whole account
 */
public record QuotaScope(String provider, String account, String pool) {

    public QuotaScope {
        Names.require("provider", provider);
        Names.require("account", account);
        Names.require("pool", pool);
    }

    @Override
    public String toString() {
        return provider + ":" + account + ":" + pool;
    }
}
