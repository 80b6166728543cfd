package io.mapwright.feedback.submission;

import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class LocalShareTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Sender ANN = Sender.user("ann");
    private static final Sender SCHOOL = Sender.network("192.0.2.1");

    private final MutableTime time = new MutableTime();

    @Test
    void countsEachSenderAlone() {
        var share = new LocalShare(1, WINDOW, 10, time);

        assertThat(share.take(ANN)).isInstanceOf(Allowance.Granted.class);
        assertThat(share.take(ANN)).isInstanceOf(Allowance.Denied.class);
        assertThat(share.take(SCHOOL)).isInstanceOf(Allowance.Granted.class);
    }

    @Test
    void admitsNobodyWithAShareOfZero() {
        assertThat(new LocalShare(0, WINDOW, 10, time).take(ANN)).isEqualTo(new Allowance.Denied(WINDOW));
    }

    @Test
    void forgetsTheLeastRecentlySeenSenderFirst() {
        // given
        var share = new LocalShare(1, WINDOW, 2, time);
        share.take(ANN);
        share.take(SCHOOL);
        share.take(ANN);

        // when
        share.take(Sender.user("a third"));

        // then
        assertThat(share.take(ANN)).isInstanceOf(Allowance.Denied.class);
        assertThat(share.take(SCHOOL)).isInstanceOf(Allowance.Granted.class);
    }

    @Test
    void countsAnewAfterGivingBack() {
        // given
        var share = new LocalShare(1, WINDOW, 2, time);
        share.take(ANN);

        // when
        share.giveBack(ANN).await().indefinitely();

        // then
        assertThat(share.take(ANN)).isInstanceOf(Allowance.Granted.class);
    }
}
