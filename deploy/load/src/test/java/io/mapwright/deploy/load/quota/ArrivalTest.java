package io.mapwright.deploy.load.quota;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArrivalTest {

    private final List<Arrival> hour = Arrival.poisson(new Random(1), 30, Duration.ofHours(1), 5);

    @Test
    void comesAtTheRateAskedForInOrder() {
        assertThat(hour.size()).isCloseTo(30 * 3600, within(1500));
        assertThat(hour).isSortedAccordingTo((one, other) -> Long.compare(one.micros(), other.micros()));
        assertThat(hour.getLast().micros()).isLessThan(3_600_000_000L);
    }

    @Test
    void comesIndependentlyOfTheOthers() {
        long longGaps = 0;
        for (int i = 1; i < hour.size(); i++) {
            longGaps += hour.get(i).micros() - hour.get(i - 1).micros() > 100_000 ? 1 : 0;
        }

        // Of exponential gaps with a mean of a thirtieth of a second, e^-3 are longer than a tenth.
        assertThat((double) longGaps / hour.size()).isCloseTo(Math.exp(-3), within(0.005));
    }

    @Test
    void isOfEachClassAsOftenAsItsShare() {
        for (Urgency urgency : Urgency.values()) {
            double part = (double) hour.stream()
                            .filter(arrival -> arrival.urgency() == urgency)
                            .count()
                    / hour.size();
            assertThat(part).isCloseTo(urgency.share(), within(0.01));
        }
        assertThat(hour)
                .extracting(Arrival::organization)
                .containsOnly("load-1", "load-2", "load-3", "load-4", "load-5");
    }

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(Arrival.poisson(new Random(1), 30, Duration.ofHours(1), 5)).isEqualTo(hour);
    }
}
