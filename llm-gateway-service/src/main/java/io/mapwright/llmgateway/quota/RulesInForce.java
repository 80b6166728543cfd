package io.mapwright.llmgateway.quota;

import java.util.function.Supplier;

/** The rules of one scope, which configuration may replace while callers wait and permits are held. */
public final class RulesInForce implements Supplier<ScopeRules> {

    private volatile ScopeRules rules;

    /** @param rules at the start */
    public RulesInForce(ScopeRules rules) {
        this.rules = rules;
    }

    @Override
    public ScopeRules get() {
        return rules;
    }

    /** Goes on with other rules; what is counted already stays counted. */
    void replace(ScopeRules fresh) {
        rules = fresh;
    }
}
