package io.mapwright.feedback.notification;

import io.mapwright.feedback.notification.RetrySchedule.Next;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration GIVE_UP = Duration.ofHours(24);

    @ParameterizedTest(name = "waits {1} s after attempt {0} when chance shortens nothing")
    @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 20", "70, 20", "100000, 20"})
    void doublesItsWaitUpToTheLongest(int attempt, long seconds) {
        var schedule = new RetrySchedule(FIRST, LONGEST, GIVE_UP, () -> 0);

        assertThat(schedule.after(Mails.owed(attempt, Duration.ZERO)))
                .isEqualTo(new Next.TryAgain(Duration.ofSeconds(seconds)));
    }

    @Property
    void shortensItsWaitByUpToHalf(@ForAll @IntRange(min = 1, max = 200) int attempt, @ForAll long seed) {
        var schedule = new RetrySchedule(FIRST, LONGEST, GIVE_UP, new Random(seed));
        long full = Math.min(20_000, 1000L << Math.min(attempt - 1, 20));

        assertThat(schedule.after(Mails.owed(attempt, Duration.ZERO)))
                .isInstanceOfSatisfying(
                        Next.TryAgain.class,
                        again -> assertThat(again.delay().toMillis()).isBetween(full / 2, full));
    }

    @Test
    void givesUpWhenTheMailWasOwedTooLong() {
        var schedule = new RetrySchedule(FIRST, LONGEST, GIVE_UP, () -> 0);

        assertThat(schedule.after(Mails.owed(3, GIVE_UP.minusMillis(1)))).isInstanceOf(Next.TryAgain.class);
        assertThat(schedule.after(Mails.owed(3, GIVE_UP))).isEqualTo(new Next.GiveUp());
    }
}
