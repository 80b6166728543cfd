package io.mapwright.feedback.notification;

import io.mapwright.feedback.Configured;
import io.mapwright.feedback.notification.InMemoryOwedMails.State;
import io.mapwright.testkit.MutableTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class MailRoomTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final MutableTime time = new MutableTime();
    private final InMemoryOwedMails owed = new InMemoryOwedMails(time);
    private final ScriptedPostman postman = new ScriptedPostman();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final NotificationConfig config = Configured.by(
            NotificationConfig.class, "feedback.notification", Map.of("feedback.notification.mail.batch", "2"));
    private final MailRoom room = new MailRoom(owed, postman, new RetrySchedule(config, () -> 0), config, metrics);

    @Test
    void sendsEachOwedMailOnce() {
        // given
        var ids = List.of(owe(), owe(), owe(), owe(), owe());

        // when
        sendDue();
        sendDue();

        // then
        assertThat(postman.delivered).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids).allMatch(id -> owed.state(id) == State.SENT);
        assertThat(attempts("sent")).isEqualTo(5);
    }

    @Test
    void deliversEveryMailOnceTheServerIsBackAfterMinutes() {
        // given
        var ids = List.of(owe(), owe(), owe());
        postman.away = true;
        for (int second = 0; second < 300; second++) {
            sendDue();
            time.advance(Duration.ofSeconds(1));
        }

        // when
        postman.away = false;
        time.advance(config.mail().longestRetry());
        sendDue();

        // then
        assertThat(postman.delivered).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void triesLessAndLessOftenWhileTheServerIsAway() {
        // given
        owe();
        postman.away = true;

        // when
        for (int second = 0; second < 120; second++) {
            sendDue();
            time.advance(Duration.ofSeconds(1));
        }

        // then: after 0, 1, 3, 7, 15, 31 seconds and every 20 from there
        assertThat(attempts("retried")).isEqualTo(10);
    }

    @Test
    void doesNotLetOneBadMailHoldUpTheOthers() {
        // given
        postman.refuseOnly = owe();
        var others = List.of(owe(), owe(), owe());

        // when
        sendDue();
        sendDue();
        sendDue();

        // then
        assertThat(postman.delivered).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void givesUpAfterTheConfiguredTime() {
        // given
        UUID id = owe();
        postman.away = true;
        time.advance(config.mail().giveUpAfter());

        // when
        sendDue();

        // then
        assertThat(owed.state(id)).isEqualTo(State.FAILED);
        assertThat(attempts("failed")).isOne();
    }

    @Test
    void takesOverFromAKilledReplica() {
        // given
        UUID id = owe();
        owed.claim(1, LEASE).await().indefinitely();
        sendDue();
        assertThat(postman.delivered).isEmpty();

        // when
        time.advance(LEASE);
        sendDue();

        // then
        assertThat(postman.delivered).containsExactly(id);
    }

    private UUID owe() {
        UUID id = owed.feedback();
        owed.owe(id).await().indefinitely();
        return id;
    }

    private void sendDue() {
        room.sendDue().await().atMost(Duration.ofSeconds(5));
    }

    private double attempts(String outcome) {
        return metrics.counter("feedback.mail.attempts", "outcome", outcome).count();
    }

    private static final class ScriptedPostman implements Postman {

        private final List<UUID> delivered = new ArrayList<>();
        private boolean away;
        private UUID refuseOnly;

        @Override
        public Uni<Void> deliver(Letter letter) {
            if (away || letter.feedbackId().equals(refuseOnly)) {
                return Uni.createFrom().failure(new ConnectException("no mail server"));
            }
            delivered.add(letter.feedbackId());
            return Uni.createFrom().voidItem();
        }
    }
}
