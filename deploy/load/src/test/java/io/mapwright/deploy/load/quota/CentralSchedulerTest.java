package io.mapwright.deploy.load.quota;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static io.mapwright.deploy.load.quota.Urgency.BACKGROUND;
import static io.mapwright.deploy.load.quota.Urgency.INTERACTIVE;
import static io.mapwright.deploy.load.quota.Urgency.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

class CentralSchedulerTest {

    private static final long SECOND = 1_000_000;
    private static final Limits SIXTY = new Limits(60, false, 0, 0);

    private final List<Arrival> arrivals = new ArrayList<>();

    @Test
    void servesTheFirstAtOnceAndTheNextWhenItsTurnComes() {
        come(0, STANDARD, "a", 3);

        assertThat(waits(serve(SIXTY))).containsExactly(0L, SECOND, 2 * SECOND);
    }

    @Test
    void servesTheUrgentFirstAndEachInTheOrderTheyCame() {
        come(0, BACKGROUND, "a", 1);
        come(100, STANDARD, "a", 2);
        come(200, INTERACTIVE, "a", 2);

        assertThat(serve(SIXTY)).extracting(served -> served.arrival().number()).containsExactly(0, 3, 4, 1, 2);
    }

    @Test
    void leavesTheUnhurriedTheirFloors() {
        come(0, INTERACTIVE, "a", 9);
        come(0, STANDARD, "a", 15);
        come(0, BACKGROUND, "a", 40);
        Limits tenPerSecond = new Limits(600, false, 0, 0);
        for (int tenth = 1; tenth < 1000; tenth++) {
            come(tenth * SECOND / 10, INTERACTIVE, "a", 1);
            come(tenth * SECOND / 10, STANDARD, "a", 1);
            come(tenth * SECOND / 10, BACKGROUND, "a", 1);
        }

        List<CentralScheduler.Served> first1000 = serve(tenPerSecond).subList(0, 1000);

        assertThat(count(first1000, STANDARD)).isBetween(98L, 102L);
        assertThat(count(first1000, BACKGROUND)).isBetween(48L, 52L);
    }

    @Test
    void letsOrganizationsTakeTurns() {
        come(0, STANDARD, "crowd", 6);
        come(1, STANDARD, "few", 2);

        assertThat(serve(SIXTY))
                .extracting(served -> served.arrival().organization())
                .containsExactly("crowd", "few", "crowd", "few", "crowd", "crowd", "crowd", "crowd");
    }

    @Test
    void givesUpWhoseDeadlineHasPassed() {
        come(0, INTERACTIVE, "a", 20);

        List<CentralScheduler.Served> served = serve(SIXTY);

        assertThat(served).hasSize(11);
        assertThat(served.getLast().waited()).isEqualTo(INTERACTIVE.deadline().toNanos() / 1000);
    }

    @Test
    void waitsForACallToEndWhenAllPlacesAreTaken() {
        come(0, STANDARD, "a", 3);
        long[] durations = {5 * SECOND, 3 * SECOND, SECOND};

        assertThat(waits(new CentralScheduler(new Limits(6000, false, 2, 0)).serve(arrivals, durations)))
                .containsExactly(0L, SECOND / 100, SECOND / 100 + 3 * SECOND);
    }

    @Test
    void neverExceedsTheMinute() {
        Limits limits = new Limits(120, false, 0, 0);
        arrivals.addAll(Arrival.poisson(new Random(7), 6, Duration.ofMinutes(4), 3));

        List<Long> granted = serve(limits).stream()
                .map(served -> served.arrival().micros() + served.waited())
                .toList();

        assertThat(Figures.worst(granted, 60 * SECOND)).isLessThanOrEqualTo(120);
        assertThat(granted).hasSizeGreaterThan(4 * 120 - 2);
    }

    private void come(long micros, Urgency urgency, String organization, int count) {
        for (int i = 0; i < count; i++) {
            arrivals.add(new Arrival(arrivals.size(), micros, urgency, organization));
        }
    }

    private List<CentralScheduler.Served> serve(Limits limits) {
        long[] durations = new long[arrivals.size()];
        Arrays.fill(durations, SECOND);
        return new CentralScheduler(limits).serve(arrivals, durations);
    }

    private static List<Long> waits(List<CentralScheduler.Served> served) {
        return served.stream().map(CentralScheduler.Served::waited).toList();
    }

    private static long count(List<CentralScheduler.Served> served, Urgency urgency) {
        return served.stream()
                .filter(each -> each.arrival().urgency() == urgency)
                .count();
    }
}
