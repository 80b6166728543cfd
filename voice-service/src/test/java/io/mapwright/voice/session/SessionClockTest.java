package io.mapwright.voice.session;

import io.mapwright.testkit.MutableTime;
import io.mapwright.voice.Configured;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class SessionClockTest {

    private final MutableTime time = new MutableTime();
    private final SessionConfig config = Configured.session();

    @Test
    void runsOutWhenNobodyIsHeard() {
        var clock = clock(Duration.ofHours(2));

        time.advance(config.idleLimit().minusMillis(1));
        assertThat(clock.overdue(time.instant())).isEmpty();

        time.advance(Duration.ofMillis(1));
        assertThat(clock.overdue(time.instant())).contains(Closing.IDLE);

        clock.heard(time.instant());
        assertThat(clock.overdue(time.instant())).isEmpty();
    }

    @Test
    void runsOutAfterAnHourHoweverLively() {
        var clock = clock(Duration.ofHours(2));
        time.advance(config.lengthLimit());
        clock.heard(time.instant());

        assertThat(clock.overdue(time.instant())).contains(Closing.TOO_LONG);
    }

    @Test
    void runsOutWithTheToken() {
        var clock = clock(Duration.ofMinutes(1));

        time.advance(Duration.ofMinutes(1));
        assertThat(clock.overdue(time.instant())).isEmpty();

        time.advance(config.tokenGrace());
        assertThat(clock.overdue(time.instant())).contains(Closing.TOKEN_EXPIRED);
    }

    private SessionClock clock(Duration tokenLife) {
        return new SessionClock(config, time.instant(), time.instant().plus(tokenLife));
    }
}
