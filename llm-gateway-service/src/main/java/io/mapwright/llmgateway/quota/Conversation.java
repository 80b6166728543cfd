package io.mapwright.llmgateway.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeoutException;

/**
 * The exchanges of one session with its ledger: one at a time, numbered, and repeated when they fail. Confined to its
 * {@link Timeline}.
 */
final class Conversation {

    private static final long FIRST_RETRY = 50_000;
    private static final long LAST_RETRY = 1_000_000;
    private static final int REMEMBERED = 32;

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

        /** The ledger has lost its memory; what it granted before is granted no more. */
        void forgotten();

        /** One more call was not answered; whether it took effect is not known. */
        void unanswered(LedgerCall.Report report);
    }

    private record Earlier(long sequence, long sentAt) {}

    private final Ledger ledger;
    private final Timeline timeline;
    private final String session;
    private final Party party;
    private final Alarm alarm;
    private final Alarm turn; // of the next caller here, which the ledger may move

    private long sequence;
    private long known;
    private long peers;
    private final ArrayDeque<Earlier> earlier = new ArrayDeque<>(); // the last answered call and those after it
    private int failures;
    private boolean calling;
    private boolean again;
    private boolean lost;
    private boolean reconnected;
    private boolean ended;

    Conversation(Ledger ledger, Timeline timeline, String session, Party party, int assumedPeers) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.session = session;
        this.party = party;
        peers = assumedPeers;
        alarm = new Alarm(timeline, this::callSoon);
        turn = new Alarm(timeline, this::callSoon);
        ledger.onWake(session, delay -> timeline.execute(() -> expectTurn(delay)));
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

    private void expectTurn(long delay) {
        if (delay <= 0) {
            callSoon();
        } else if (!calling && !ended) {
            turn.set(timeline.micros() + delay);
        }
    }

    /** Whether a call is in flight, after which the party decides whether to call again. */
    boolean isCalling() {
        return calling;
    }

    /** Says nothing any more and does not listen. */
    void end() {
        ended = true;
        alarm.clear();
        turn.clear();
    }

    private void call() {
        if (ended) {
            return;
        }
        calling = true;
        again = false;
        alarm.clear();
        turn.clear();
        long sentAt = timeline.micros();
        var report = party.report(lost);
        var sent = earlier.stream()
                .map(before -> new LedgerCall.Sent(before.sequence, sentAt - before.sentAt))
                .toList();
        var call = new LedgerCall(session, ++sequence, sent, known, reconnected, peers, report);
        earlier.addLast(new Earlier(sequence, sentAt));
        ledger.exchange(call)
                .whenComplete((reply, failure) -> timeline.execute(() -> {
                    calling = false;
                    if (ended) {
                        return;
                    }
                    if (failure == null) {
                        answered(reply, report, sentAt);
                    } else {
                        unanswered(report, failure);
                    }
                }));
    }

    private void answered(LedgerReply reply, LedgerCall.Report report, long sentAt) {
        switch (reply) {
            case LedgerReply.Served served -> {
                while (earlier.size() > 1) {
                    earlier.removeFirst();
                }
                failures = 0;
                lost = false;
                reconnected = false;
                known = served.generation();
                peers = served.state().live();
                party.served(report, served, sentAt);
                alarm.setNoLaterThan(timeline.micros() + report.promise());
                if (served.comeBack() > 0) {
                    turn.set(timeline.micros() + served.comeBack());
                }
                if (again) {
                    callSoon();
                }
            }
            case LedgerReply.Restore restore -> {
                known = restore.generation();
                lost = true;
                party.forgotten();
                callSoon();
            }
            case LedgerReply.Later later -> alarm.setNoLaterThan(timeline.micros() + later.delay());
            case LedgerReply.Stale stale -> callSoon();
        }
    }

    private void unanswered(LedgerCall.Report report, Throwable failure) {
        failures++;
        if (earlier.size() > REMEMBERED) {
            earlier.removeFirst();
        }
        // One late answer is nothing; a broken connection may mean that another server has taken over.
        reconnected |= failures > 1 || !(failure instanceof TimeoutException);
        long delay = Math.min(LAST_RETRY, FIRST_RETRY << Math.min(failures - 1, 5));
        alarm.setNoLaterThan(timeline.micros() + delay);
        party.unanswered(report);
    }
}
