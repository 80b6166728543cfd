package io.mapwright.llmgateway.quota;

import java.time.Duration;

/**
 * The exchanges of one session with its ledger: one at a time, numbered, and repeated when they fail. Confined to its
 * {@link Timeline}.
 */
final class Conversation {

    private static final long FIRST_RETRY = 50_000;
    private static final long LAST_RETRY = 1_000_000;

    /** Who talks to the ledger. */
    interface Party {

        /**
         * Tells what has to be said now.
         *
         * @param lost whether the ledger has lost everything that was sent during the last window
         */
        LedgerCall.Report report(boolean lost);

        /**
         * The ledger took the report.
         *
         * @param sentAt when the call that carried it was sent
         */
        void served(LedgerCall.Report report, LedgerReply.Served reply, long sentAt);

        /** One more call was not answered; whether it took effect is not known. */
        void unanswered(LedgerCall.Report report, int callsInARow);
    }

    private final Ledger ledger;
    private final Timeline timeline;
    private final String session;
    private final Party party;
    private final Alarm alarm;

    private long sequence;
    private long known;
    private long peers;
    private long answeredSentAt;
    private int failures;
    private boolean calling;
    private boolean again;
    private boolean lost;

    Conversation(Ledger ledger, Timeline timeline, String session, Party party, int assumedPeers) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.session = session;
        this.party = party;
        peers = assumedPeers;
        alarm = new Alarm(timeline, this::callSoon);
        answeredSentAt = timeline.micros();
        ledger.onWake(session, () -> timeline.execute(this::callSoon));
    }

    /** Calls now, or right after the call that is in flight. While the ledger does not answer, calls keep to their retries. */
    void callSoon() {
        if (calling) {
            again = true;
        } else {
            call();
        }
    }

    /** Calls within this time. */
    void callWithin(Duration delay) {
        alarm.setNoLaterThan(timeline.micros() + delay.toNanos() / 1000);
    }

    /** Calls in a row that were not answered. */
    int failures() {
        return failures;
    }

    /** Replicas that were alive when the ledger answered last. */
    long peers() {
        return peers;
    }

    private void call() {
        calling = true;
        again = false;
        alarm.clear();
        long sentAt = timeline.micros();
        var report = party.report(lost);
        var call = new LedgerCall(session, ++sequence, sentAt - answeredSentAt, known, failures > 0, peers, report);
        ledger.exchange(call)
                .whenComplete((reply, failure) -> timeline.execute(() -> {
                    calling = false;
                    if (failure == null) {
                        answered(reply, report, sentAt);
                    } else {
                        unanswered(report);
                    }
                }));
    }

    private void answered(LedgerReply reply, LedgerCall.Report report, long sentAt) {
        switch (reply) {
            case LedgerReply.Served served -> {
                answeredSentAt = sentAt;
                failures = 0;
                lost = false;
                known = served.generation();
                peers = served.state().live();
                party.served(report, served, sentAt);
                long comeBack =
                        served.comeBack() > 0 ? Math.min(served.comeBack(), report.promise()) : report.promise();
                alarm.setNoLaterThan(timeline.micros() + comeBack);
                if (again) {
                    callSoon();
                }
            }
            case LedgerReply.Restore restore -> {
                known = restore.generation();
                lost = true;
                callSoon();
            }
            case LedgerReply.Later later -> alarm.setNoLaterThan(timeline.micros() + later.delay());
            case LedgerReply.Stale stale -> callSoon();
        }
    }

    private void unanswered(LedgerCall.Report report) {
        failures++;
        long delay = Math.min(LAST_RETRY, FIRST_RETRY << Math.min(failures - 1, 5));
        alarm.setNoLaterThan(timeline.micros() + delay);
        party.unanswered(report, failures);
    }
}
