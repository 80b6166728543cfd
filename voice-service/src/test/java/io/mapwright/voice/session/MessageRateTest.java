package io.mapwright.voice.session;

import io.mapwright.testkit.MutableTime;
import io.mapwright.voice.session.MessageRate.Verdict;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class MessageRateTest {

    private final MutableTime time = new MutableTime();
    private final MessageRate rate = new MessageRate(10, 3, 2, time.instant());

    @Test
    void lastsForEverAtItsRate() {
        for (int i = 0; i < 1000; i++) {
            assertThat(next()).isEqualTo(Verdict.FINE);
            time.advance(Duration.ofMillis(100));
        }
    }

    @Nested
    class WhenEmpty {

        WhenEmpty() {
            next();
            next();
            next();
        }

        @Test
        void admitsOneMoreAfterOneInterval() {
            time.advance(Duration.ofMillis(99));
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);

            time.advance(Duration.ofMillis(1));
            assertThat(next()).isEqualTo(Verdict.FINE);
        }

        @Test
        void losesPatienceWithWhoDoesNotSlowDown() {
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);
            assertThat(next()).isEqualTo(Verdict.HOPELESS);
        }

        @Test
        void forgivesWhoSlowsDown() {
            next();
            next();
            time.advance(Duration.ofMillis(100));
            assertThat(next()).isEqualTo(Verdict.FINE);
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);
        }

        @Test
        void savesNoMoreThanABurst() {
            time.advance(Duration.ofHours(1));
            next();
            next();
            next();
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);
        }

        @Test
        void survivesAClockThatIsSetBack() {
            time.advance(Duration.ofHours(-1));
            assertThat(next()).isEqualTo(Verdict.TOO_FAST);

            time.advance(Duration.ofMillis(100));
            assertThat(next()).isEqualTo(Verdict.FINE);
        }
    }

    private Verdict next() {
        return rate.next(time.instant());
    }
}
