package io.mapwright.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class MutableTimeTest {

    private final MutableTime time = new MutableTime(Instant.EPOCH);

    @Test
    void passesOnlyWhenTold() {
        assertThat(time.instant()).isEqualTo(Instant.EPOCH);

        time.advance(Duration.ofSeconds(3));
        assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(3));

        time.set(Instant.ofEpochSecond(1));
        assertThat(time.withZone(ZoneOffset.UTC).millis()).isEqualTo(1_000);
    }
}
