package io.mapwright.llmgateway.quota;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PacingClockTest {

    @Property
    void allowsInAnyPeriodABurstAndWhatTheRateAllows(
            @ForAll @DoubleRange(min = 10, max = 500) double spacing,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @Size(max = 80) List<@LongRange(min = 0, max = 2_000) Long> pauses) {
        var clock = new PacingClock();
        var taken = new ArrayList<Double>();
        double now = 0;
        for (long pause : pauses) {
            now += pause;
            double at = clock.earliest((long) now, (burst - 1) * spacing);
            clock.take(at, spacing);
            taken.add(at);
        }

        for (int first = 0; first < taken.size(); first++) {
            for (int last = first; last < taken.size(); last++) {
                double period = taken.get(last) - taken.get(first);
                assertThat(last - first + 1.0).isLessThanOrEqualTo(burst + period / spacing + 1e-6);
            }
        }
    }

    @Property
    void neverGoesBack(
            @ForAll @IntRange(min = 1, max = 5) int burst,
            @ForAll @Size(min = 2, max = 40) List<@LongRange(min = 0, max = 300) Long> pauses) {
        var clock = new PacingClock();
        long now = 0;
        double before = 0;
        for (long pause : pauses) {
            now += pause;
            double at = clock.earliest(now, (burst - 1) * 100.0);
            clock.take(at, 100);
            assertThat(at).isGreaterThanOrEqualTo(before).isGreaterThanOrEqualTo(now);
            before = at;
        }
    }

    @Test
    void losesItsBurstWhenItForfeitsIt() {
        var clock = new PacingClock();

        clock.forfeit(1_000, 400);

        assertThat(clock.earliest(1_000, 400)).isEqualTo(1_000);
        clock.take(1_000, 100);
        assertThat(clock.earliest(1_000, 400)).isEqualTo(1_100);
    }
}
