package io.mapwright.llmgateway.routing;

import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerTest {

    private final MutableTime time = new MutableTime();
    private final Breaker breaker =
            new Breaker(new Breaker.Rule(5, Duration.ofSeconds(60), Duration.ofSeconds(30), 2, Duration.ofSeconds(10)));

    @Test
    void staysClosedBelowTheThreshold() {
        fail(4);

        assertThat(breaker.admits(time.instant())).isTrue();
        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void forgetsFailuresThatLeftTheWindow() {
        fail(4);
        time.advance(Duration.ofSeconds(61));
        fail(4);

        assertThat(state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void opensElsewhereWithoutFailuresOfItsOwn() {
        breaker.openedElsewhere(time.instant().plusSeconds(12));

        assertThat(state()).isEqualTo(Breaker.State.OPEN);
        time.advance(Duration.ofSeconds(12));
        assertThat(state()).isEqualTo(Breaker.State.PROBATION);
    }

    @Nested
    class WhenOpen {

        WhenOpen() {
            fail(5);
        }

        @Test
        void letsNobodyPassUntilItsTimeIsOver() {
            time.advance(Duration.ofSeconds(29));
            assertThat(breaker.admits(time.instant())).isFalse();

            time.advance(Duration.ofSeconds(1));
            assertThat(breaker.admits(time.instant())).isTrue();
        }

        @Test
        void isNotProlongedByCallsThatWereUnderWay() {
            time.advance(Duration.ofSeconds(20));
            fail(3);
            time.advance(Duration.ofSeconds(10));

            assertThat(state()).isEqualTo(Breaker.State.PROBATION);
        }

        @Test
        void closesWhenAnotherReplicaSaysSo() {
            breaker.closedElsewhere();

            assertThat(state()).isEqualTo(Breaker.State.CLOSED);
            fail(4);
            assertThat(state()).as("earlier failures are forgotten").isEqualTo(Breaker.State.CLOSED);
        }
    }

    @Nested
    class OnProbation {

        OnProbation() {
            fail(5);
            time.advance(Duration.ofSeconds(30));
        }

        @Test
        void letsOneProbePassAtATime() {
            assertThat(breaker.admits(time.instant())).isTrue();
            assertThat(breaker.admits(time.instant())).isFalse();
            breaker.succeeded(time.instant());
            assertThat(breaker.admits(time.instant())).isTrue();
        }

        @Test
        void closesAfterEnoughProbes() {
            breaker.succeeded(time.instant());
            assertThat(state()).isEqualTo(Breaker.State.PROBATION);
            breaker.succeeded(time.instant());
            assertThat(state()).isEqualTo(Breaker.State.CLOSED);
        }

        @Test
        void opensAgainAtTheFirstFailure() {
            breaker.succeeded(time.instant());
            fail(1);

            assertThat(state()).isEqualTo(Breaker.State.OPEN);
            time.advance(Duration.ofSeconds(30));
            breaker.succeeded(time.instant());
            assertThat(state()).as("probes start anew").isEqualTo(Breaker.State.PROBATION);
        }

        @Test
        void letsAnotherProbePassWhenOneWasNeverSent() {
            breaker.admits(time.instant());
            breaker.released();

            assertThat(breaker.admits(time.instant())).isTrue();
            assertThat(state()).isEqualTo(Breaker.State.PROBATION);
        }

        @Test
        void givesUpAProbeThatNeverReports() {
            breaker.admits(time.instant());
            time.advance(Duration.ofSeconds(10));

            assertThat(breaker.admits(time.instant())).isTrue();
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(time.instant());
        }
    }

    private Breaker.State state() {
        return breaker.state(time.instant());
    }
}
