package io.mapwright.deploy.simulator.ledger;

import java.util.function.Consumer;

/** A call as it goes on. Not thread-safe. */
public final class Entry {

    private final Ledger ledger;
    private final Ledger.AccountCounters counters;
    private final long seq;
    private final String provider;
    private final String account;
    private final String model;
    private final long arrivedAt;
    private String id = "";
    private String requestId = "";
    private boolean streamed;
    private boolean accepted;
    private int status;
    private Outcome outcome = Outcome.IN_FLIGHT;
    private String reason = "";
    private int promptTokens;
    private int completionTokens;
    private long endedAt;

    Entry(
            Ledger ledger,
            Ledger.AccountCounters counters,
            long seq,
            String provider,
            String account,
            String model,
            long arrivedAt) {
        this.ledger = ledger;
        this.counters = counters;
        this.seq = seq;
        this.provider = provider;
        this.account = account;
        this.model = model;
        this.arrivedAt = arrivedAt;
    }

    /** What the request says about itself. */
    public void describe(String itsRequestId, boolean isStreamed, int itsPromptTokens) {
        requestId = itsRequestId;
        streamed = isStreamed;
        promptTokens = itsPromptTokens;
    }

    /** The call was let in and will be answered under this id. */
    public void accept(String answerId) {
        accepted = true;
        id = answerId;
        count(Counter::accepted);
    }

    /** The call is over; only the first end counts. */
    public void end(Outcome how, int httpStatus, String why, int tokensSent) {
        if (outcome != Outcome.IN_FLIGHT) {
            return;
        }
        outcome = how;
        status = httpStatus;
        reason = why;
        completionTokens = tokensSent;
        endedAt = ledger.wallMillis();
        count(counter -> {
            counter.ended(how, why, accepted, endedAt);
            if (accepted) {
                counter.tokens(promptTokens, completionTokens);
            }
        });
    }

    public boolean isOver() {
        return outcome != Outcome.IN_FLIGHT;
    }

    /** Its present state. */
    public Call call() {
        return new Call(
                seq,
                id,
                provider,
                account,
                model,
                requestId,
                streamed,
                status,
                outcome,
                reason,
                promptTokens,
                completionTokens,
                arrivedAt,
                endedAt);
    }

    long seq() {
        return seq;
    }

    void count(Consumer<Counter> change) {
        change.accept(ledger.total());
        change.accept(counters.whole());
        change.accept(counters.ofModel(model));
    }
}
