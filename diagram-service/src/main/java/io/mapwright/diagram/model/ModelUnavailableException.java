package io.mapwright.diagram.model;

import java.time.Duration;
import java.util.Optional;

/** The suite cannot serve a model call: not the model's fault, and not the caller's mistake. */
public final class ModelUnavailableException extends RuntimeException {

    /** What stood in the way. */
    public enum Reason {
        /** The caller's own share of the quota is used up. */
        CALLER_LIMIT,
        /** The gateway is down, or has no capacity that would be free in time. */
        NO_CAPACITY,
        /** The deadline passed. */
        DEADLINE
    }

    private final Reason reason;
    private final transient Optional<Duration> retryAfter;

    /**
     * An outage.
     *
     * @param retryAfter the earliest moment, from now, at which trying again makes sense; empty when nobody knows
     * @param explanation for the log, without anything people wrote
     */
    public ModelUnavailableException(Reason reason, Optional<Duration> retryAfter, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** What stood in the way. */
    public Reason reason() {
        return reason;
    }

    /** The earliest moment, from now, at which trying again makes sense; empty when nobody knows. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The same failure in the terms that front ends tell apart, for answers that hold several models. */
    public ErrorType errorType() {
        return switch (reason) {
            case CALLER_LIMIT -> ErrorType.RATE_LIMIT;
            case NO_CAPACITY -> ErrorType.OVERLOADED;
            case DEADLINE -> ErrorType.TIMEOUT;
        };
    }
}
