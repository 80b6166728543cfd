package io.mapwright.llmgateway.quota;

/** What a limit counts. */
public enum Dimension {
    REQUESTS_PER_SECOND,
    REQUESTS_PER_MINUTE,
    REQUESTS_PER_DAY,
    TOKENS_PER_SECOND,
    TOKENS_PER_MINUTE,
    TOKENS_PER_DAY,
    /** Calls in flight at the same time. */
    CONCURRENCY,
    /** How fast the traffic may rise; providers reject sudden bursts below their other limits. */
    GROWTH,
    /** Tokens that one user may spend in a day. */
    USER_TOKENS_PER_DAY,
    /** Tokens that one organization may spend in a day. */
    ORGANIZATION_TOKENS_PER_DAY
}
