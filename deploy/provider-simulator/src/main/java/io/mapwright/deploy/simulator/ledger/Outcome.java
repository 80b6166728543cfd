package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/** How a call ended, as its provider sees it. */
public enum Outcome {
    /** Let in and not ended. */
    IN_FLIGHT,
    /** Answered to the end. */
    COMPLETED,
    /** Refused for a limit; it was not counted against any. */
    REJECTED,
    /** Refused for what it asked (key, model, parameters, content), or failed by an error on command. */
    FAILED,
    /** Broken off by a fault on command (reset, stall, cut). */
    BROKEN,
    /** Its client went away before the end. */
    ABORTED;

    /** The name in the ledger. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
