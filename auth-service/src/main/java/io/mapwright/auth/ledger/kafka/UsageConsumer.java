package io.mapwright.auth.ledger.kafka;

import io.mapwright.auth.ledger.LedgerConfig;
import io.mapwright.auth.ledger.UsageEvent;
import io.mapwright.auth.ledger.UsageLedger;
import io.mapwright.auth.ledger.UsageLedger.Recorded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings usage events from Kafka into the ledger, a batch at a time. The offsets of a batch are committed after the
 * ledger has it and its broken events are in the dead-letter topic. While PostgreSQL or Kafka is away the batch waits
 * and is tried again; nothing is dropped and nothing is dead-lettered because of an outage.
 */
@ApplicationScoped
class UsageConsumer {

    private static final Logger LOG = Logger.getLogger(UsageConsumer.class);

    private final UsageLedger ledger;
    private final DeadLetters deadLetters;
    private final LedgerMeters meters;
    private final LedgerConfig config;
    private final UsageReader reader = new UsageReader();

    UsageConsumer(UsageLedger ledger, DeadLetters deadLetters, LedgerMeters meters, LedgerConfig config) {
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.config = config;
    }

    @Incoming("usage-recorded")
    Uni<Void> record(ConsumerRecords<String, byte[]> batch) {
        Map<UsageEvent, ConsumerRecord<String, byte[]>> whole = new LinkedHashMap<>();
        List<DeadLetter> broken = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            switch (reader.read(record.value())) {
                case UsageReader.Whole event -> whole.put(event.event(), record);
                case UsageReader.Broken reason -> broken.add(new DeadLetter(record, reason.reason()));
            }
        }
        return untilItSucceeds(ledger.record(List.copyOf(whole.keySet())))
                .invoke(meters::recorded)
                .map(recorded -> withRefused(broken, recorded, whole))
                .chain(letters -> untilItSucceeds(deadLetters.send(letters)));
    }

    private static List<DeadLetter> withRefused(
            List<DeadLetter> broken, Recorded recorded, Map<UsageEvent, ConsumerRecord<String, byte[]>> whole) {
        List<DeadLetter> letters = new ArrayList<>(broken);
        for (UsageEvent refused : recorded.refused()) {
            letters.add(new DeadLetter(whole.get(refused), "the database can't hold it"));
        }
        return letters;
    }

    private <T> Uni<T> untilItSucceeds(Uni<T> step) {
        return step.onFailure()
                .invoke(failure -> {
                    meters.retried();
                    LOG.warnf("usage events wait to be recorded: %s", failure.getMessage());
                })
                .onFailure()
                .retry()
                .withBackOff(config.firstRetry(), config.longestRetry())
                .indefinitely();
    }
}
