package io.mapwright.llmgateway.metering;

/**
 * Where calls are opened and closed. Returns at once and never fails: what cannot be stored now is kept, within a bound, and
 * stored later. Thread-safe.
 */
public interface CallJournal {

    /** Opens a call that is about to be sent. Should the record be lost, the call is still recorded when it ends. */
    void open(OpenCall call);

    /**
     * Closes a call: takes its open record away and puts the event into the outbox, both or neither. A repeated close may
     * put the event there again, under the same id.
     */
    void close(UsageEvent event);

    /** Takes back the record of a call that was never sent. */
    void discard(OpenCall call);
}
