package io.mapwright.deploy.simulator.limit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RollingWindowTest {

    private static final long SPAN = 60;

    private final RollingWindow window = new RollingWindow(SPAN);

    @Test
    void countsAnAmountUntilJustBeforeTheSpanIsOver() {
        window.add(100, 7);

        assertThat(window.sum(159)).isEqualTo(7);
        assertThat(window.sum(160)).isZero();
    }

    @Test
    void saysWhenTheSumWillHaveFallen() {
        window.add(0, 1);
        window.add(10, 1);
        window.add(20, 1);

        assertThat(window.nanosUntil(30, 3)).isZero();
        assertThat(window.nanosUntil(30, 2)).isEqualTo(30);
        assertThat(window.nanosUntil(30, 1)).isEqualTo(40);
        assertThat(window.nanosUntil(30, 0)).isEqualTo(50);
    }

    @Test
    void forgetsACorrectionThatComesTooLate() {
        long entry = window.add(0, 5);

        window.correct(60, entry, 1_000);

        assertThat(window.sum(60)).isZero();
    }

    @Test
    void notesAmountsThatFollowCloselyAsOne() {
        RollingWindow coarse = new RollingWindow(SPAN, 10);
        long first = coarse.add(0, 1);
        long second = coarse.add(9, 2);
        long third = coarse.add(10, 4);
        coarse.correct(11, second, 8);

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(coarse.sum(59)).isEqualTo(15);
        assertThat(coarse.sum(60)).isEqualTo(4);
        assertThat(coarse.sum(70)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithCountingOneByOne(long seed) {
        Random random = new Random(seed);
        List<long[]> all = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(6);
            if (random.nextInt(4) == 0 && !all.isEmpty()) {
                int which = random.nextInt(all.size());
                long difference = random.nextInt(100);
                all.get(which)[1] += inside(all.get(which), now) ? difference : 0;
                window.correct(now, which, difference);
            } else {
                all.add(new long[] {now, random.nextInt(100)});
                window.add(now, all.getLast()[1]);
            }
            long at = now;
            long expected = all.stream()
                    .filter(entry -> inside(entry, at))
                    .mapToLong(entry -> entry[1])
                    .sum();
            assertThat(window.sum(now)).isEqualTo(expected);
            long target = random.nextInt(200);
            long wait = window.nanosUntil(now, target);
            assertThat(sumAt(all, now + wait)).isLessThanOrEqualTo(target);
            assertThat(wait == 0 || sumAt(all, now + wait - 1) > target).isTrue();
        }
    }

    private static long sumAt(List<long[]> all, long time) {
        return all.stream()
                .filter(entry -> inside(entry, time))
                .mapToLong(entry -> entry[1])
                .sum();
    }

    private static boolean inside(long[] entry, long now) {
        return now - entry[0] < SPAN;
    }
}
