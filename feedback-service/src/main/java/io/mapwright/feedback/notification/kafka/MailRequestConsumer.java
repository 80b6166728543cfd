package io.mapwright.feedback.notification.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.feedback.notification.MailRequested;
import io.mapwright.feedback.notification.OwedMails;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Turns each event into an owed mail, once however often the event arrives. While the database is away it waits and
 * takes no further event; an event that can never be carried out goes to the dead-letter topic and is counted.
 */
@Startup // so that its counter is there before the first event
@ApplicationScoped
class MailRequestConsumer {

    private static final Logger LOG = Logger.getLogger(MailRequestConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OwedMails owed;
    private final ObjectMapper json;
    private final Counter deadLettered;

    MailRequestConsumer(OwedMails owed, ObjectMapper json, MeterRegistry metrics) {
        this.owed = owed;
        this.json = json;
        this.deadLettered = Counter.builder("feedback.mail.requests.dead.lettered")
                .description("Events that could never be carried out and went to the dead-letter topic")
                .register(metrics);
    }

    @Incoming("email-requested-in")
    Uni<Void> consume(Message<String> message) {
        return Uni.createFrom()
                .deferred(() -> owe(event(message.getPayload())))
                .onItem()
                .transformToUni(done -> Uni.createFrom().completionStage(message.ack()))
                .onFailure(PoisonException.class)
                .recoverWithUni(poison -> {
                    deadLettered.increment();
                    LOG.errorf("event goes to the dead-letter topic: %s", poison.getMessage());
                    return Uni.createFrom().completionStage(message.nack(poison));
                });
    }

    private Uni<Void> owe(MailRequested event) {
        return owed.owe(event.feedbackId())
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onItem()
                .transformToUni(known -> known
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new PoisonException("no feedback is called " + event.feedbackId())));
    }

    private MailRequested event(@Nullable String body) {
        if (body == null) {
            throw new PoisonException("the event has no body");
        }
        try {
            return json.readValue(body, MailRequestedMessage.class).toEvent();
        } catch (JsonProcessingException | NullPointerException unreadable) {
            // The body may be anybody's text: only the kind of damage is told.
            throw new PoisonException("the body is no " + KafkaMailRequests.TYPE + ": "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /** No attempt will ever succeed. */
    private static final class PoisonException extends RuntimeException {

        PoisonException(String reason) {
            super(reason, null, false, false);
        }
    }
}
