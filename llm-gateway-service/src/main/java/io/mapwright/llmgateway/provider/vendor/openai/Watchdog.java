package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.ProviderFailure.Phase;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Notices when a call takes too long in one of its phases, or altogether. One timer for all of them: bytes only note the
 * time, and the timer looks whether it still has a reason. Used on one context only.
 */
final class Watchdog {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final InstantSource clock;
    private final Consumer<Phase> bark;
    private final long end;
    private Phase phase = Phase.CONNECT;
    private long limit;
    private long since;
    private long timer = NONE;
    private boolean stopped;

    Watchdog(Vertx vertx, InstantSource clock, Duration total, Consumer<Phase> bark) {
        this.vertx = vertx;
        this.clock = clock;
        this.bark = bark;
        this.end = clock.millis() + total.toMillis();
    }

    /** From now on {@code phase} must not last, or be silent, longer than {@code limit}. */
    void enter(Phase phase, Duration limit) {
        this.phase = phase;
        this.limit = limit.toMillis();
        touch();
        arm();
    }

    /** Something happened. */
    void touch() {
        since = clock.millis();
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void arm() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
        }
        long due = Math.min(since + limit, end);
        timer = vertx.setTimer(Math.max(1, due - clock.millis()), fired -> look());
    }

    private void look() {
        timer = NONE;
        if (stopped) {
            return;
        }
        long now = clock.millis();
        if (now >= end) {
            bark.accept(Phase.DEADLINE);
        } else if (now >= since + limit) {
            bark.accept(phase);
        } else {
            arm();
        }
    }
}
