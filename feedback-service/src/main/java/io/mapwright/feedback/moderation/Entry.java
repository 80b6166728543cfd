package io.mapwright.feedback.moderation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A feedback as administrators see it.
 *
 * @param id its name for ever
 * @param writing what was written
 * @param status what its readers made of it
 * @param statusChange who last changed the status; empty for one never changed
 * @param mail where its mail stands
 */
public record Entry(UUID id, Writing writing, Status status, Optional<StatusChange> statusChange, Mail mail) {

    /**
     * What was written, by whom.
     *
     * @param createdAt when it was stored
     * @param message the text
     * @param userId the user; only claimed unless {@code userVerified}
     * @param userName a claimed name
     * @param userVerified whether a token proved the user
     * @param diagramType the map that was open
     * @param context a JSON document about the situation
     */
    public record Writing(
            Instant createdAt,
            String message,
            Optional<String> userId,
            Optional<String> userName,
            boolean userVerified,
            Optional<String> diagramType,
            Optional<String> context) {}

    /** Who changed the status, and when. */
    public record StatusChange(String by, Instant at) {}

    /**
     * Where the mail stands.
     *
     * @param state the state
     * @param attempts how often it was tried since it was asked for
     * @param sentAt when the mail server took it
     * @param error the kind of the last failure
     */
    public record Mail(MailState state, int attempts, Optional<Instant> sentAt, Optional<String> error) {}
}
