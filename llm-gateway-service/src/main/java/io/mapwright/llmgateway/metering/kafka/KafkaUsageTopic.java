package io.mapwright.llmgateway.metering.kafka;

import io.mapwright.llmgateway.metering.Outbox;
import io.mapwright.llmgateway.metering.UsageTopic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import java.net.URI;
import java.util.List;

/** The topic {@code llm.usage-recorded.v1}, as CloudEvents in binary mode with the organization as key. */
@Singleton
final class KafkaUsageTopic implements UsageTopic {

    private static final String TYPE = "llm.usage-recorded.v1";
    private static final URI SOURCE = URI.create("/llm-gateway-service");

    /** Far above what the producer sends before it waits for acknowledgements. */
    private static final int UNDER_WAY = 512;

    private final MutinyEmitter<String> topic;

    // The relay hands over bounded batches and waits for each, so the buffer cannot grow without bound.
    KafkaUsageTopic(
            @Channel("usage-recorded") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> topic) {
        this.topic = topic;
    }

    @Override
    public Uni<Void> publish(List<Outbox.Entry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUni(entry -> topic.sendMessage(message(entry)))
                .merge(UNDER_WAY)
                .onItem()
                .ignoreAsUni();
    }

    private static Message<String> message(Outbox.Entry entry) {
        return Message.of(
                entry.json(),
                Metadata.of(
                        OutgoingCloudEventMetadata.builder()
                                .withId(entry.eventId())
                                .withType(TYPE)
                                .withSource(SOURCE)
                                .withDataContentType("application/json")
                                .build(),
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(entry.key())
                                .build()));
    }
}
