package io.mapwright.feedback.notification;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A stored feedback wants its mail sent.
 *
 * @param eventId unique for ever; the same on every publication of the same fact
 * @param feedbackId which feedback
 * @param requestedAt when it was stored
 */
public record MailRequested(UUID eventId, UUID feedbackId, Instant requestedAt) {

    public MailRequested {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(feedbackId, "feedbackId");
        Objects.requireNonNull(requestedAt, "requestedAt");
    }
}
