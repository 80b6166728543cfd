package io.mapwright.deploy.local.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    @ParameterizedTest(name = "after {0} early deaths it waits {1} ms")
    @CsvSource({"1, 200", "2, 400", "3, 800", "6, 6400", "7, 10000", "60, 10000"})
    void waitsLongerEachTimeUpToALimit(int deaths, long millis) {
        Backoff backoff = Backoff.none();
        for (int i = 0; i < deaths; i++) {
            backoff = backoff.afterLifeOf(Duration.ofSeconds(1));
        }

        assertThat(backoff.pause()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void forgetsEarlierDeathsAfterALongLife() {
        Backoff young = new Backoff(9);

        assertThat(young.afterLifeOf(Duration.ofSeconds(30)).pause()).isEqualTo(Duration.ofMillis(200));
    }
}
