package io.mapwright.feedback.notification.postgres;

import io.mapwright.feedback.notification.MailOutbox;
import io.mapwright.feedback.notification.MailRequested;
import io.mapwright.feedback.notification.NotificationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * The table {@code email_outbox}. A lease is the moment from which an event may be claimed, moved into the future; all
 * leases are measured by PostgreSQL's clock, the only one that the replicas share.
 */
@ApplicationScoped
final class PostgresMailOutbox implements MailOutbox {

    private static final String CLAIM = """
            with due as materialized (
                select event_id from email_outbox where due_at <= now()
                order by due_at limit $1 for update skip locked
            )
            update email_outbox set due_at = now() + $2 * interval '1 millisecond'
            from due where email_outbox.event_id = due.event_id
            returning email_outbox.event_id, feedback_id, requested_at
            """;
    private static final String REMOVE = "delete from email_outbox where event_id = any($1)";
    private static final String POSTPONE =
            "update email_outbox set due_at = now() + $2 * interval '1 millisecond' where event_id = any($1)";

    private final Pool pool;
    private final Duration limit;

    PostgresMailOutbox(Pool pool, NotificationConfig config) {
        this.pool = pool;
        this.limit = config.databaseLimit();
    }

    @Override
    public Uni<List<MailRequested>> claim(int most, Duration lease) {
        return execute(CLAIM, Tuple.of(most, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresMailOutbox::event)
                        .toList());
    }

    @Override
    public Uni<Void> remove(List<MailRequested> published) {
        return execute(REMOVE, Tuple.of(ids(published))).replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(List<MailRequested> unpublished, Duration delay) {
        return execute(POSTPONE, Tuple.of(ids(unpublished), delay.toMillis())).replaceWithVoid();
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .ifNoItem()
                .after(limit)
                .fail();
    }

    private static MailRequested event(Row row) {
        OffsetDateTime requestedAt = row.getOffsetDateTime("requested_at");
        return new MailRequested(row.getUUID("event_id"), row.getUUID("feedback_id"), requestedAt.toInstant());
    }

    private static UUID[] ids(List<MailRequested> events) {
        return events.stream().map(MailRequested::eventId).toArray(UUID[]::new);
    }
}
