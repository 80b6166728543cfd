package io.mapwright.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes only when it is told to. Safe for use by several threads. */
public final class MutableTime implements InstantSource {

    private final AtomicReference<Instant> now;

    /** Starts at the first moment of 2026, UTC. */
    public MutableTime() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Starts at this moment. */
    public MutableTime(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets this much time pass; a negative amount sets the clock back. */
    public void advance(Duration amount) {
        now.updateAndGet(instant -> instant.plus(amount));
    }

    /** Jumps to this moment. */
    public void set(Instant moment) {
        now.set(moment);
    }
}
