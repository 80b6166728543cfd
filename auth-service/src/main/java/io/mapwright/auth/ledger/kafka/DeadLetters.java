package io.mapwright.auth.ledger.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts records that can't be recorded where somebody will look at them: as they came, with the reason as a header. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> topic;
    private final LedgerMeters meters;

    DeadLetters(@Channel("usage-dead-letters") MutinyEmitter<byte[]> topic, LedgerMeters meters) {
        this.topic = topic;
        this.meters = meters;
    }

    /** Completes when Kafka has all of them. A retry may send some twice: a dead letter too many does no harm. */
    Uni<Void> send(List<DeadLetter> letters) {
        return Multi.createFrom()
                .iterable(letters)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(DeadLetter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        return topic.sendMessage(Message.of(content(record))
                        .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(record.key())
                                .withHeaders(headers(letter))
                                .build()))
                .invoke(() -> {
                    meters.deadLettered();
                    LOG.warnf(
                            "usage event dead-lettered partition=%d offset=%d reason=%s",
                            record.partition(), record.offset(), letter.reason());
                });
    }

    private static byte[] content(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static Headers headers(DeadLetter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        Headers headers = new RecordHeaders(record.headers().toArray());
        headers.add("dead-letter-reason", bytes(letter.reason()));
        headers.add("dead-letter-topic", bytes(record.topic()));
        headers.add("dead-letter-partition", bytes(Integer.toString(record.partition())));
        headers.add("dead-letter-offset", bytes(Long.toString(record.offset())));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
