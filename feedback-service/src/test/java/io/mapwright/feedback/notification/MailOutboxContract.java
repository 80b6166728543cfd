package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link MailOutbox} owes its callers; each implementation extends this. */
public abstract class MailOutboxContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** The outbox under test, empty. */
    protected abstract MailOutbox outbox();

    /** Stores one event as a submission does, and says which feedback it is about. */
    protected abstract UUID store();

    @Test
    void hasNothingAtFirst() {
        assertThat(claim(10, LONG)).isEmpty();
    }

    @Test
    void claimsNoMoreThanAskedAndTheLongestWaitingFirst() {
        // given
        UUID first = store();
        UUID second = store();
        store();

        // then
        assertThat(claim(2, LONG)).extracting(MailRequested::feedbackId).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void leasesAnEventToOneClaimant() {
        // given
        store();
        claim(10, LONG);

        // then
        assertThat(claim(10, LONG)).isEmpty();
    }

    @Test
    void yieldsAnEventAgainOnceItsLeaseIsOver() {
        // given
        store();
        var first = claim(10, Duration.ZERO);

        // then
        assertThat(claim(10, LONG)).isEqualTo(first);
    }

    @Test
    void forgetsWhatWasRemoved() {
        // given
        store();
        UUID kept = store();
        var claimed = claim(10, Duration.ZERO);

        // when
        await(outbox().remove(claimed.stream()
                .filter(event -> !event.feedbackId().equals(kept))
                .toList()));

        // then
        assertThat(claim(10, LONG)).extracting(MailRequested::feedbackId).containsExactly(kept);
    }

    @Test
    void yieldsAPostponedEventAfterTheDelay() {
        // given
        store();
        store();
        var claimed = claim(10, LONG);

        // when
        await(outbox().postpone(claimed.subList(0, 1), Duration.ZERO));
        await(outbox().postpone(claimed.subList(1, 2), LONG));

        // then
        assertThat(claim(10, LONG)).containsExactly(claimed.getFirst());
    }

    @Test
    void givesRacingClaimantsDifferentEvents() {
        // given
        for (int i = 0; i < 60; i++) {
            store();
        }

        // when
        var claimed = Multi.createFrom()
                .range(0, 30)
                .onItem()
                .transformToUni(i -> outbox().claim(3, LONG))
                .merge(8)
                .collect()
                .in(ArrayList<MailRequested>::new, List::addAll)
                .await()
                .atMost(PATIENCE);

        // then
        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(claim(100, LONG)).hasSize(60 - claimed.size());
    }

    private List<MailRequested> claim(int most, Duration lease) {
        return await(outbox().claim(most, lease));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
