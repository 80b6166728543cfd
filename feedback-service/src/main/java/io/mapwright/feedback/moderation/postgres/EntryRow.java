package io.mapwright.feedback.moderation.postgres;

import io.mapwright.feedback.moderation.Entry;
import io.mapwright.feedback.moderation.MailState;
import io.mapwright.feedback.moderation.Status;
import io.vertx.mutiny.sqlclient.Row;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of {@code feedback} read as an entry. */
final class EntryRow {

    private EntryRow() {}

    static Entry entry(Row row) {
        return new Entry(
                row.getUUID("id"),
                writing(row),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                text(row, "status_changed_by")
                        .map(by -> new Entry.StatusChange(
                                by, time(row, "status_changed_at").orElseThrow())),
                new Entry.Mail(
                        mailState(row),
                        row.getInteger("mail_attempts"),
                        time(row, "mail_sent_at"),
                        text(row, "mail_error")));
    }

    static MailState mailState(Row row) {
        return MailState.valueOf(row.getString("mail_state").toUpperCase(Locale.ROOT));
    }

    private static Entry.Writing writing(Row row) {
        return new Entry.Writing(
                time(row, "created_at").orElseThrow(),
                row.getString("message"),
                text(row, "user_id"),
                text(row, "user_name"),
                row.getBoolean("user_verified"),
                text(row, "diagram_type"),
                text(row, "context"));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(time -> time.toInstant());
    }
}
