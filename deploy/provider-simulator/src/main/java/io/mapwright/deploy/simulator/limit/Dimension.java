package io.mapwright.deploy.simulator.limit;

import java.util.Locale;

/** What a provider counts. Each kind of refusal names one. */
public enum Dimension {
    /** Calls accepted and not yet ended. */
    CONCURRENCY,
    /** Calls in the last second. */
    REQUESTS_PER_SECOND,
    /** Calls in the last 60 seconds. */
    REQUESTS_PER_MINUTE,
    /** How fast the call rate rises. */
    BURST,
    /** Tokens in the last second. */
    TOKENS_PER_SECOND,
    /** Tokens in the last 60 seconds. */
    TOKENS_PER_MINUTE,
    /** Tokens in the last 24 hours. */
    TOKENS_PER_DAY;

    /** The name in statistics and in the ledger. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
