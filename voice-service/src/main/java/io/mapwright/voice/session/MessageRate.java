package io.mapwright.voice.session;

import java.time.Duration;
import java.time.Instant;

/** A token bucket over one connection's messages, which also notices who does not slow down. Not thread-safe. */
final class MessageRate {

    private final Duration interval;
    private final int burst;
    private final int patience;
    private int allowed; // messages that may come at once, as of refilledAt
    private Instant refilledAt;
    private int refused; // in a row

    MessageRate(SessionConfig.Rate rate, Instant start) {
        this(rate.perSecond(), rate.burst(), rate.patience(), start);
    }

    MessageRate(int perSecond, int burst, int patience, Instant start) {
        this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
        this.burst = burst;
        this.patience = patience;
        this.allowed = burst;
        this.refilledAt = start;
    }

    Verdict next(Instant now) {
        refill(now);
        if (allowed > 0) {
            allowed--;
            refused = 0;
            return Verdict.FINE;
        }
        refused++;
        return refused > patience ? Verdict.HOPELESS : Verdict.TOO_FAST;
    }

    private void refill(Instant now) {
        if (now.isBefore(refilledAt)) {
            refilledAt = now; // a clock set back grants nothing and takes nothing
        }
        long earned = Duration.between(refilledAt, now).dividedBy(interval);
        refilledAt = refilledAt.plus(interval.multipliedBy(earned));
        allowed = (int) Math.min(burst, allowed + earned);
    }

    /** What to do with a message. */
    enum Verdict {
        /** Take it. */
        FINE,
        /** Refuse it. */
        TOO_FAST,
        /** Close the connection. */
        HOPELESS
    }
}
