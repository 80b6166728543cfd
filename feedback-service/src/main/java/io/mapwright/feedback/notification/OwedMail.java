package io.mapwright.feedback.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that this replica holds for one attempt at sending it.
 *
 * @param feedbackId the feedback it is about
 * @param lease proves that this replica still holds it when the attempt is settled
 * @param attempt which attempt this is, counted from 1
 * @param owedFor time since the mail was first asked for
 * @param about what it says
 */
public record OwedMail(UUID feedbackId, UUID lease, int attempt, Duration owedFor, Content about) {

    public OwedMail {
        Objects.requireNonNull(feedbackId, "feedbackId");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(owedFor, "owedFor");
        Objects.requireNonNull(about, "about");
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts are counted from 1, this is " + attempt);
        }
    }

    /**
     * What somebody wrote.
     *
     * @param message their text
     * @param author who says to have written it
     * @param verified whether a token proved the author
     * @param organization the verified author's organization
     * @param diagramType the map that was open
     * @param context a JSON document about the situation
     * @param writtenAt when it was stored
     */
    public record Content(
            String message,
            Optional<String> author,
            boolean verified,
            Optional<String> organization,
            Optional<String> diagramType,
            Optional<String> context,
            Instant writtenAt) {}
}
