package io.mapwright.llmgateway.metering;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicBoolean;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

/** Moves events from the outbox to the topic. An event leaves the outbox only after the broker has acknowledged it. */
@Singleton
final class UsageRelay {

    private static final Logger LOG = Logger.getLogger(UsageRelay.class);

    private final Outbox outbox;
    private final UsageTopic topic;
    private final int batch;
    private final AtomicBoolean stuck = new AtomicBoolean();

    UsageRelay(Outbox outbox, UsageTopic topic, MeteringConfig config) {
        this.outbox = outbox;
        this.topic = topic;
        this.batch = config.batch();
    }

    /** Empties the outbox; what cannot be published now stays for the next time. */
    @Scheduled(
            every = "${gateway.metering.relay-every:1s}",
            concurrentExecution = SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> relay() {
        return drain().invoke(this::flows).onFailure().recoverWithUni(this::stalled);
    }

    private Uni<Void> drain() {
        return outbox.next(batch).flatMap(entries -> {
            if (entries.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Uni<Void> moved = topic.publish(entries).chain(() -> outbox.remove(entries));
            return entries.size() < batch ? moved : moved.chain(this::drain);
        });
    }

    private void flows() {
        if (stuck.compareAndSet(true, false)) {
            LOG.info("usage events flow again");
        }
    }

    private Uni<Void> stalled(Throwable cause) {
        if (stuck.compareAndSet(false, true)) {
            LOG.warnf("usage events wait in the outbox: %s", cause.toString());
        }
        return Uni.createFrom().voidItem();
    }
}
