package io.mapwright.llmgateway.quota;

/**
 * How urgent a call is. The order of the constants is the order of service, over all replicas together; lower classes keep
 * their configured floor while they have work.
 */
public enum PriorityClass {
    /** Somebody watches the screen. */
    INTERACTIVE,
    /** Somebody waits, but not for this call alone. */
    STANDARD,
    /** Nobody waits. */
    BACKGROUND
}
