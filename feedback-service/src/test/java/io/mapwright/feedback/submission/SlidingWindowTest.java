package io.mapwright.feedback.submission;

import io.mapwright.testkit.MutableTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlidingWindowTest {

    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Allowance GRANTED = new Allowance.Granted("slot");

    private final MutableTime time = new MutableTime();
    private final SlidingWindow window = new SlidingWindow(2, LENGTH);

    @Test
    void saysWhenTheOldestCountLeaves() {
        // given
        take();
        time.advance(Duration.ofMinutes(3));
        take();
        time.advance(Duration.ofMinutes(3));

        // when
        var third = take();

        // then
        assertThat(third).isEqualTo(new Allowance.Denied(Duration.ofMinutes(4)));
    }

    @Test
    void admitsAgainExactlyWhenItSaid() {
        // given
        take();
        take();
        time.advance(LENGTH.minusMillis(1));
        assertThat(take()).isEqualTo(new Allowance.Denied(Duration.ofMillis(1)));

        // when
        time.advance(Duration.ofMillis(1));

        // then
        assertThat(take()).isEqualTo(GRANTED);
    }

    @Test
    void doesNotCountADenial() {
        // given
        take();
        take();
        time.advance(LENGTH.minusSeconds(1));
        take();
        time.advance(Duration.ofSeconds(1));

        // then
        assertThat(take()).isEqualTo(GRANTED);
        assertThat(take()).isEqualTo(GRANTED);
    }

    @Test
    void admitsOneMoreForEachGivenBack() {
        // given
        take();
        take();

        // when
        window.giveBack();

        // then
        assertThat(take()).isEqualTo(GRANTED);
        assertThat(take()).isInstanceOf(Allowance.Denied.class);
    }

    @Test
    void admitsAtLeastOne() {
        assertThatThrownBy(() -> new SlidingWindow(0, LENGTH)).hasMessageContaining("not 0");
    }

    @Property
    void neverAdmitsMoreThanTheLimitInAnyWindow(
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 400) Integer> pauses) {
        // given
        var any = new SlidingWindow(limit, LENGTH);
        var now = Instant.EPOCH;
        var admitted = new ArrayList<Instant>();

        // when
        for (int seconds : pauses) {
            now = now.plusSeconds(seconds);
            if (any.take(now, "slot").equals(GRANTED)) {
                admitted.add(now);
            }
        }

        // then
        for (Instant end : admitted) {
            assertThat(admitted)
                    .filteredOn(at -> at.isAfter(end.minus(LENGTH)) && !at.isAfter(end))
                    .hasSizeLessThanOrEqualTo(limit);
        }
    }

    private Allowance take() {
        return window.take(time.instant(), "slot");
    }
}
