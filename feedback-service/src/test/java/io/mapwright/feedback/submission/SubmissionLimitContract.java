package io.mapwright.feedback.submission;

import io.smallrye.mutiny.Multi;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link SubmissionLimit} owes its callers; each implementation extends this. */
public abstract class SubmissionLimitContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sender sender = Sender.user(UUID.randomUUID().toString());

    /** The limit under test. */
    protected abstract SubmissionLimit limit();

    /** Submissions that it grants in a window. */
    protected abstract int submissions();

    /** The window's length. */
    protected abstract Duration window();

    @Test
    void deniesOnceTheWindowIsFull() {
        // given
        fill();

        // when
        var next = take(sender);

        // then
        assertThat(next)
                .isInstanceOfSatisfying(
                        Allowance.Denied.class,
                        denied -> assertThat(denied.retryAfter()).isBetween(window().minusSeconds(10), window()));
    }

    @Test
    void countsEachSenderAlone() {
        // given
        fill();

        // then
        assertThat(take(Sender.network(UUID.randomUUID().toString()))).isInstanceOf(Allowance.Granted.class);
    }

    @Test
    void grantsOneMoreForEachGivenBack() {
        // given
        var first = (Allowance.Granted) take(sender);
        for (int i = 1; i < submissions(); i++) {
            take(sender);
        }

        // when
        limit().giveBack(sender, first).await().atMost(PATIENCE);
        limit().giveBack(sender, first).await().atMost(PATIENCE);

        // then
        assertThat(take(sender)).isInstanceOf(Allowance.Granted.class);
        assertThat(take(sender)).isInstanceOf(Allowance.Denied.class);
    }

    @Test
    void grantsRacingCallersExactlyTheLimit() {
        var decisions = Multi.createFrom()
                .range(0, 40)
                .onItem()
                .transformToUni(i -> limit().take(sender))
                .merge(20)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);

        assertThat(decisions).filteredOn(Allowance.Granted.class::isInstance).hasSize(submissions());
    }

    private void fill() {
        for (int i = 0; i < submissions(); i++) {
            assertThat(take(sender)).isInstanceOf(Allowance.Granted.class);
        }
    }

    private Allowance take(Sender whose) {
        return limit().take(whose).await().atMost(PATIENCE);
    }
}
