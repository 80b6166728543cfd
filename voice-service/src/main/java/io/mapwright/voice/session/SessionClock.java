package io.mapwright.voice.session;

import java.time.Instant;
import java.util.Optional;

/** Knows when one session has to end. Safe for use by several threads. */
final class SessionClock {

    private final SessionConfig config;
    private final Instant start;
    private final Instant tokenEnd;
    private volatile Instant heardAt;

    SessionClock(SessionConfig config, Instant start, Instant tokenEnd) {
        this.config = config;
        this.start = start;
        this.tokenEnd = tokenEnd;
        this.heardAt = start;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    Optional<Closing> overdue(Instant now) {
        if (!now.isBefore(tokenEnd.plus(config.tokenGrace()))) {
            return Optional.of(Closing.TOKEN_EXPIRED);
        }
        if (!now.isBefore(start.plus(config.lengthLimit()))) {
            return Optional.of(Closing.TOO_LONG);
        }
        if (!now.isBefore(heardAt.plus(config.idleLimit()))) {
            return Optional.of(Closing.IDLE);
        }
        return Optional.empty();
    }
}
