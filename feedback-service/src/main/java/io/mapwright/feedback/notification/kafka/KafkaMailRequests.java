package io.mapwright.feedback.notification.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.feedback.notification.MailRequested;
import io.mapwright.feedback.notification.MailRequests;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import java.net.URI;
import java.time.ZoneOffset;

/** Publishes to {@code feedback.email-requested.v1}: CloudEvents, keyed by feedback so that its events keep their order. */
@ApplicationScoped
class KafkaMailRequests implements MailRequests {

    static final String TYPE = "feedback.email-requested.v1";

    private static final URI SOURCE = URI.create("/feedback-service");

    private final MutinyEmitter<String> emitter;
    private final ObjectMapper json;

    KafkaMailRequests(@Channel("email-requested-out") MutinyEmitter<String> emitter, ObjectMapper json) {
        this.emitter = emitter;
        this.json = json;
    }

    @Override
    public Uni<Void> publish(MailRequested event) {
        return Uni.createFrom().deferred(() -> emitter.sendMessage(Message.of(body(event), metadata(event))));
    }

    private static Metadata metadata(MailRequested event) {
        return Metadata.of(
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(event.feedbackId().toString())
                        .build(),
                OutgoingCloudEventMetadata.<String>builder()
                        .withId(event.eventId().toString())
                        .withType(TYPE)
                        .withSource(SOURCE)
                        .withTimestamp(event.requestedAt().atZone(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .build());
    }

    private String body(MailRequested event) {
        try {
            return json.writeValueAsString(MailRequestedMessage.of(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event of two ids and a time cannot be written", impossible);
        }
    }
}
