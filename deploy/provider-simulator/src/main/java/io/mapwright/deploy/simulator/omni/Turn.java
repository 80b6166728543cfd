package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.omni.ResponseEvents.Status;
import io.mapwright.deploy.simulator.omni.Speech.Piece;

import java.util.List;
import java.util.Optional;

/**
 * One answer as it is being given: after its time to the first event, at its pace, no faster than its client reads, with the
 * faults it is fated to.
 */
final class Turn {

    private static final long TICK_MS = 20;
    private static final int GOING_WRONG = 1011;

    private final Studio studio;
    private final Session session;
    private final ResponseEvents events;
    private final Script script;
    private final Fate fate;
    private final Ticket ticket;
    private final StringBuilder said = new StringBuilder();
    private Phase phase = Phase.WAITING;
    private OmniUsage usage;
    private int next;
    private long millis;
    private long startedAt;
    private long timer = -1;

    Turn(Studio studio, Session session, ResponseEvents events, Script script, Fate fate, Ticket ticket) {
        this.studio = studio;
        this.session = session;
        this.events = events;
        this.script = script;
        this.fate = fate;
        this.ticket = ticket;
        this.usage = script.prompt();
    }

    private enum Phase {
        WAITING,
        SPEAKING,
        OVER
    }

    /**
     * What is to be said.
     *
     * @param voice null for text alone
     * @param cut whether the token limit ends it early
     */
    record Script(List<Piece> pieces, Syllables voice, OmniUsage prompt, boolean cut) {}

    /** What a turn needs of its session. */
    interface Session {

        Line line();

        /** The answer begins: what was owed to the client before it is due now. */
        void answering();

        int audioTokens(long millis);

        /** The turn is over and said this, perhaps nothing. */
        void over(String said, long spokenMillis);
    }

    void start() {
        long delay = studio.settings().firstByteMs().sample(studio.random())
                + fate.get(FaultKind.SLOW_FIRST_BYTE).map(Fault::delayMs).orElse(0);
        if (delay > 0) {
            timer = studio.vertx().setTimer(delay, fired -> begin());
        } else {
            begin();
        }
    }

    /** Ends the answer early; what was begun is brought to its end on the wire. */
    void cancel() {
        Phase before = phase;
        if (finish(Outcome.COMPLETED, "cancelled") && before == Phase.SPEAKING) {
            events.done(Status.CANCELLED, said.toString(), usage, Optional.empty());
        }
        leave(before);
    }

    /** The connection is gone. */
    void abandon(boolean byProvider) {
        finish(byProvider ? Outcome.BROKEN : Outcome.ABORTED, byProvider ? "closed" : "");
    }

    private void begin() {
        phase = Phase.SPEAKING;
        startedAt = studio.nanos();
        events.created();
        session.answering();
        events.started();
        speak();
    }

    private void speak() {
        while (phase == Phase.SPEAKING && next < script.pieces().size()) {
            long wait = studio.millisFor(usage.output()) - (studio.nanos() - startedAt) / 1_000_000;
            if (wait > 0) {
                timer = studio.vertx().setTimer(Math.max(wait, TICK_MS), fired -> speak());
                return;
            }
            if (breaksNow() && breakOff()) {
                return;
            }
            say(script.pieces().get(next++));
            if (session.line().isFull()) {
                session.line().whenDrained(this::speak);
                return;
            }
        }
        if (phase == Phase.SPEAKING) {
            finish(Outcome.COMPLETED, "");
            events.done(script.cut() ? Status.INCOMPLETE : Status.COMPLETED, said.toString(), usage, Optional.empty());
            session.over(said.toString(), millis);
        }
    }

    private void say(Piece piece) {
        said.append(piece.text());
        events.text(piece.text());
        if (script.voice() != null && piece.syllables() > 0) {
            StringBuilder sound = new StringBuilder();
            piece.voiced().forEach(character -> sound.append(script.voice().of(character)));
            events.sound(
                    sound.append(piece.paused() ? script.voice().pause() : "").toString());
            millis += (long) piece.syllables() * Syllables.MILLIS;
        }
        usage = new OmniUsage(
                usage.textIn(),
                usage.audioIn(),
                usage.textOut() + piece.textTokens(),
                script.voice() == null ? 0 : session.audioTokens(millis));
    }

    private boolean breaksNow() {
        return breaking()
                .filter(fault -> next == fault.afterChunks() || lastOf(fault))
                .isPresent();
    }

    private boolean lastOf(Fault fault) {
        return next == script.pieces().size() - 1 && fault.afterChunks() > next;
    }

    private Optional<Fault> breaking() {
        return fate.get(FaultKind.ERROR_MID_STREAM)
                .or(() -> fate.get(FaultKind.RESET_MID_STREAM))
                .or(() -> fate.get(FaultKind.STALL_MID_STREAM))
                .or(() -> fate.get(FaultKind.CLOSE))
                .or(() -> fate.get(FaultKind.TRUNCATED_JSON));
    }

    /** False when the answer goes on after it. */
    private boolean breakOff() {
        Fault fault = breaking().orElseThrow();
        switch (fault.kind()) {
            case ERROR_MID_STREAM -> {
                ApiError error = studio.error(fault.code(), fault.text());
                session.line().complain(error);
                finish(Outcome.FAILED, error.code());
                events.done(Status.FAILED, said.toString(), usage, Optional.of(error));
                session.over(said.toString(), millis);
            }
            case RESET_MID_STREAM -> {
                finish(Outcome.BROKEN, fault.kind().key());
                // What was said before is on its way by then.
                studio.vertx().setTimer(TICK_MS, fired -> session.line().cut());
            }
            case CLOSE -> {
                finish(Outcome.BROKEN, fault.kind().key());
                int code = fault.status() > 0 ? fault.status() : GOING_WRONG;
                session.line().close(code, fault.text() == null ? "Internal server error." : fault.text());
            }
            case TRUNCATED_JSON -> {
                events.half();
                return false;
            }
            default -> {
                return true; // says nothing more and stays in flight until its client gives up
            }
        }
        return true;
    }

    private void leave(Phase before) {
        if (before == Phase.WAITING) {
            session.answering();
        }
        if (before != Phase.OVER) {
            session.over(said.toString(), millis);
        }
    }

    private boolean finish(Outcome outcome, String reason) {
        if (phase == Phase.OVER) {
            return false;
        }
        phase = Phase.OVER;
        studio.vertx().cancelTimer(timer);
        ticket.end(outcome, reason, usage.output());
        return true;
    }
}
