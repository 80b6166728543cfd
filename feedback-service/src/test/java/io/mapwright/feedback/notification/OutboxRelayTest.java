package io.mapwright.feedback.notification;

import io.mapwright.feedback.Configured;
import io.mapwright.testkit.MutableTime;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxRelayTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MutableTime time = new MutableTime();
    private final InMemoryMailOutbox outbox = new InMemoryMailOutbox(time);
    private final ScriptedBroker broker = new ScriptedBroker();
    private final OutboxRelay relay = new OutboxRelay(
            outbox,
            broker,
            Configured.by(
                    NotificationConfig.class,
                    "feedback.notification",
                    Map.of("feedback.notification.relay.batch", "3")));

    @Test
    void publishesWhateverWaitsHoweverMany() {
        // given
        var stored = store(8);

        // when
        relay();

        // then
        assertThat(broker.published).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void keepsWhatTheBrokerDidNotAcknowledge() {
        // given
        var stored = store(2);
        broker.refuse = true;
        relay();

        // when
        broker.refuse = false;
        time.advance(PAUSE);
        relay();

        // then
        assertThat(broker.published).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(outbox.size()).isZero();
    }

    @Test
    void restsAfterAFailureInsteadOfTryingEveryEvent() {
        // given
        store(9);
        broker.refuse = true;

        // when
        relay();

        // then
        assertThat(broker.attempts).isEqualTo(3);
    }

    @Test
    void settlesTheAcknowledgedOnesOfABatchThatFailedInPart() {
        // given
        var stored = store(3);
        broker.refuseOnly = stored.get(1);

        // when
        relay();

        // then
        assertThat(broker.published).containsExactlyInAnyOrder(stored.get(0), stored.get(2));
        assertThat(outbox.size()).isOne();
    }

    @Test
    void takesOverWhatAKilledReplicaHadClaimed() {
        // given
        var stored = store(1);
        outbox.claim(1, LEASE).await().indefinitely();
        relay();
        assertThat(broker.published).isEmpty();

        // when
        time.advance(LEASE);
        relay();

        // then
        assertThat(broker.published).isEqualTo(stored);
    }

    private List<UUID> store(int events) {
        var stored = new ArrayList<UUID>();
        for (int i = 0; i < events; i++) {
            stored.add(outbox.store());
        }
        return stored;
    }

    private void relay() {
        relay.relay().await().atMost(Duration.ofSeconds(5));
    }

    private static final class ScriptedBroker implements MailRequests {

        private final List<UUID> published = new ArrayList<>();
        private boolean refuse;
        private UUID refuseOnly;
        private int attempts;

        @Override
        public Uni<Void> publish(MailRequested event) {
            attempts++;
            if (refuse || event.feedbackId().equals(refuseOnly)) {
                return Uni.createFrom().failure(new TimeoutException("no acknowledgement"));
            }
            published.add(event.feedbackId());
            return Uni.createFrom().voidItem();
        }
    }
}
