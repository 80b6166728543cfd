package io.mapwright.feedback.moderation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.feedback.moderation.Entry;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One feedback in JSON; what is unknown is left out. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EntryView(
        UUID id,
        Instant createdAt,
        String message,
        Optional<String> userId,
        Optional<String> userName,
        boolean userVerified,
        Optional<String> diagramType,
        @JsonRawValue @Nullable String context,
        String status,
        Optional<String> statusChangedBy,
        Optional<Instant> statusChangedAt,
        String mailState,
        int mailAttempts,
        Optional<Instant> mailSentAt,
        Optional<String> mailError) {

    static EntryView of(Entry entry) {
        Entry.Writing writing = entry.writing();
        return new EntryView(
                entry.id(),
                writing.createdAt(),
                writing.message(),
                writing.userId(),
                writing.userName(),
                writing.userVerified(),
                writing.diagramType(),
                writing.context().orElse(null),
                lowerCase(entry.status()),
                entry.statusChange().map(Entry.StatusChange::by),
                entry.statusChange().map(Entry.StatusChange::at),
                lowerCase(entry.mail().state()),
                entry.mail().attempts(),
                entry.mail().sentAt(),
                entry.mail().error());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
