package io.mapwright.feedback.notification.kafka;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.feedback.notification.MailRequested;

import java.time.Instant;
import java.util.UUID;

/** The JSON of {@code feedback.email-requested.v1}. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MailRequestedMessage(UUID eventId, UUID feedbackId, Instant requestedAt) {

    static MailRequestedMessage of(MailRequested event) {
        return new MailRequestedMessage(event.eventId(), event.feedbackId(), event.requestedAt());
    }

    /** The event; throws NullPointerException when a member is missing. */
    MailRequested toEvent() {
        return new MailRequested(eventId, feedbackId, requestedAt);
    }
}
