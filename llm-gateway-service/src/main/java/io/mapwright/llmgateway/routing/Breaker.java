package io.mapwright.llmgateway.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One route's circuit breaker as a value machine: closed until enough failures fall into the window, then open for a while,
 * then on probation, where one probe at a time may pass until enough of them in a row succeed. Not thread-safe.
 */
public final class Breaker {

    private final Rule rule;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant openUntil = Instant.MIN;
    private Instant probeUntil = Instant.MIN;
    private boolean tripped;
    private int probesPassed;

    public Breaker(Rule rule) {
        this.rule = rule;
    }

    /**
     * When it opens and closes.
     *
     * @param failures that open it, from 1 up
     * @param window in which they must fall
     * @param open how long it stays open
     * @param probes successes in a row that close it, from 1 up
     * @param probeTime a probe that has not reported after this is given up
     */
    public record Rule(int failures, Duration window, Duration open, int probes, Duration probeTime) {

        /** What is wrong with it, one sentence each that names the setting; empty when all is well. */
        public List<String> mistakes() {
            List<String> mistakes = new ArrayList<>();
            if (failures < 1) {
                mistakes.add("failures must be at least 1 but was: " + failures);
            }
            if (probes < 1) {
                mistakes.add("probes must be at least 1 but was: " + probes);
            }
            if (!window.isPositive() || !open.isPositive() || !probeTime.isPositive()) {
                mistakes.add("window, open and probe-time must be positive but were: " + window + ", " + open + ", "
                        + probeTime);
            }
            return mistakes;
        }
    }

    /** What it is at a moment. */
    public enum State {
        CLOSED,
        OPEN,
        PROBATION
    }

    /** Its state at {@code now}. */
    public State state(Instant now) {
        if (!tripped) {
            return State.CLOSED;
        }
        return now.isBefore(openUntil) ? State.OPEN : State.PROBATION;
    }

    /** Whether a call may pass; on probation this hands out the probe. */
    public boolean admits(Instant now) {
        return switch (state(now)) {
            case CLOSED -> true;
            case OPEN -> false;
            case PROBATION -> takeProbe(now);
        };
    }

    /** A call succeeded. */
    public void succeeded(Instant now) {
        if (state(now) != State.PROBATION) {
            return;
        }
        probeUntil = Instant.MIN;
        if (++probesPassed >= rule.probes()) {
            tripped = false;
            failures.clear();
        }
    }

    /** A call that {@link #admits} let pass says nothing of the route: it was never sent, or met a limit. */
    public void released() {
        probeUntil = Instant.MIN;
    }

    /** A call failed. */
    public void failed(Instant now) {
        switch (state(now)) {
            case OPEN -> {
                // Calls that were under way when it opened say nothing new.
            }
            case PROBATION -> trip(now.plus(rule.open()));
            case CLOSED -> {
                failures.addLast(now);
                while (failures.peekFirst().isBefore(now.minus(rule.window()))) {
                    failures.removeFirst();
                }
                if (failures.size() >= rule.failures()) {
                    trip(now.plus(rule.open()));
                }
            }
        }
    }

    /** Another replica opened it. */
    public void openedElsewhere(Instant until) {
        if (until.isAfter(openUntil)) {
            trip(until);
        }
    }

    /** Another replica's probes closed it. */
    public void closedElsewhere() {
        tripped = false;
        failures.clear();
    }

    private boolean takeProbe(Instant now) {
        if (now.isBefore(probeUntil)) {
            return false;
        }
        probeUntil = now.plus(rule.probeTime());
        return true;
    }

    private void trip(Instant until) {
        tripped = true;
        openUntil = until;
        probeUntil = Instant.MIN;
        probesPassed = 0;
        failures.clear();
    }
}
