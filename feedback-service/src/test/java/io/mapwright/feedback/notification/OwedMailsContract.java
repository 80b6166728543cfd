package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link OwedMails} owes its callers; each implementation extends this. */
public abstract class OwedMailsContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** The mails under test; none is due. */
    protected abstract OwedMails mails();

    /** Stores one feedback whose mail nobody has asked for yet. */
    protected abstract UUID feedback();

    @Test
    void owesNothingBeforeItIsAsked() {
        // given
        feedback();

        // then
        assertThat(claim(LONG)).isEmpty();
    }

    @Test
    void knowsWhichFeedbackExists() {
        assertThat(owe(feedback())).isTrue();
        assertThat(owe(UUID.randomUUID())).isFalse();
    }

    @Test
    void yieldsAnOwedMailToOneClaimant() {
        // given
        UUID id = feedback();
        owe(id);

        // then
        assertThat(claim(LONG)).singleElement().satisfies(mail -> {
            assertThat(mail.feedbackId()).isEqualTo(id);
            assertThat(mail.attempt()).isOne();
        });
        assertThat(claim(LONG)).isEmpty();
    }

    @Test
    void isNotMovedByAnEventThatArrivesAgain() {
        // given
        UUID id = feedback();
        owe(id);
        var mail = claim(LONG).getFirst();

        // when
        owe(id);
        assertThat(claim(LONG)).isEmpty();
        await(mails().sent(mail));
        owe(id);

        // then
        assertThat(claim(LONG)).isEmpty();
    }

    @Test
    void yieldsAMailAgainWhoseHolderIsGone() {
        // given
        owe(feedback());
        var lost = claim(Duration.ZERO).getFirst();

        // when
        var taken = claim(LONG).getFirst();

        // then
        assertThat(taken.feedbackId()).isEqualTo(lost.feedbackId());
        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(taken.lease()).isNotEqualTo(lost.lease());
    }

    @Test
    void ignoresASettlementFromAHolderWhoseLeasePassed() {
        // given
        owe(feedback());
        var lost = claim(Duration.ZERO).getFirst();
        var taken = claim(LONG).getFirst();

        // when
        await(mails().giveUp(lost, "late"));
        await(mails().tryAgain(taken, Duration.ZERO, "refused"));

        // then
        assertThat(claim(LONG)).hasSize(1);
    }

    @Test
    void triesAgainAfterTheDelayOnly() {
        // given
        owe(feedback());
        owe(feedback());
        var both = claim(LONG);

        // when
        await(mails().tryAgain(both.get(0), Duration.ZERO, "refused"));
        await(mails().tryAgain(both.get(1), LONG, "refused"));

        // then
        assertThat(claim(LONG))
                .extracting(OwedMail::feedbackId)
                .containsExactly(both.get(0).feedbackId());
    }

    @Test
    void neverYieldsWhatIsSettled() {
        // given
        owe(feedback());
        owe(feedback());
        var both = claim(LONG);

        // when
        await(mails().sent(both.get(0)));
        await(mails().giveUp(both.get(1), "too late"));

        // then
        assertThat(claim(LONG)).isEmpty();
    }

    @Test
    void givesRacingClaimantsDifferentMails() {
        // given
        for (int i = 0; i < 60; i++) {
            owe(feedback());
        }

        // when
        var claimed = Multi.createFrom()
                .range(0, 30)
                .onItem()
                .transformToUni(i -> mails().claim(3, LONG))
                .merge(8)
                .collect()
                .in(ArrayList<OwedMail>::new, List::addAll)
                .await()
                .atMost(PATIENCE);

        // then
        assertThat(claimed).extracting(OwedMail::feedbackId).doesNotHaveDuplicates();
        assertThat(await(mails().claim(100, LONG))).hasSize(60 - claimed.size());
    }

    private boolean owe(UUID id) {
        return await(mails().owe(id));
    }

    private List<OwedMail> claim(Duration lease) {
        return await(mails().claim(10, lease));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
