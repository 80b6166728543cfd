package io.mapwright.feedback.notification;

import io.mapwright.feedback.database.SchemaMissing;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Moves events from the outbox to the broker: claims a few, publishes them while no connection is held, removes those
 * acknowledged. An event may be published twice (a crash after the acknowledgement), never not at all.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final MailOutbox outbox;
    private final MailRequests requests;
    private final NotificationConfig.Relay config;
    private final OutageLog outage =
            new OutageLog(LOG, "mail requests cannot be published", "mail requests are published");

    OutboxRelay(MailOutbox outbox, MailRequests requests, NotificationConfig config) {
        this.outbox = outbox;
        this.requests = requests;
        this.config = config.relay();
    }

    /** Publishes what waits, batch after batch, until nothing is left or something fails. */
    @Scheduled(
            every = "${feedback.notification.relay.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SchemaMissing.class)
    Uni<Void> relay() {
        return Rounds.untilDone(this::relayBatch, outage);
    }

    /** Whether there may be more to publish. */
    private Uni<Boolean> relayBatch() {
        return outbox.claim(config.batch(), config.lease()).onItem().transformToUni(events -> {
            if (events.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            return publishAll(events).onItem().transformToUni(this::settle);
        });
    }

    private Uni<Map<Boolean, List<MailRequested>>> publishAll(List<MailRequested> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUni(event -> requests.publish(event)
                        .ifNoItem()
                        .after(config.publishLimit())
                        .fail()
                        .onItem()
                        .transform(acknowledged -> Map.entry(event, true))
                        .onFailure()
                        .invoke(outage::began)
                        .onFailure()
                        .recoverWithItem(Map.entry(event, false)))
                .merge(config.batch())
                .collect()
                .with(Collectors.partitioningBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private Uni<Boolean> settle(Map<Boolean, List<MailRequested>> byOutcome) {
        List<MailRequested> published = byOutcome.get(true);
        List<MailRequested> unpublished = byOutcome.get(false);
        Uni<Void> settled = published.isEmpty() ? Uni.createFrom().voidItem() : outbox.remove(published);
        if (unpublished.isEmpty()) {
            outage.ended();
            return settled.replaceWith(published.size() >= config.batch());
        }
        return settled.chain(() -> outbox.postpone(unpublished, config.pauseAfterFailure()))
                .replaceWith(false);
    }
}
