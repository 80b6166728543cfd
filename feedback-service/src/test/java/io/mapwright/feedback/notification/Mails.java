package io.mapwright.feedback.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Owed mails for tests. */
final class Mails {

    private Mails() {}

    static OwedMail owed(int attempt, Duration owedFor) {
        return owed(new UUID(1, 1), attempt, owedFor);
    }

    static OwedMail owed(UUID feedbackId, int attempt, Duration owedFor) {
        return new OwedMail(feedbackId, new UUID(2, attempt), attempt, owedFor, content());
    }

    static OwedMail.Content content() {
        return new OwedMail.Content(
                "text", Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);
    }
}
