package io.mapwright.feedback.notification.postgres;

import io.mapwright.feedback.notification.NotificationConfig;
import io.mapwright.feedback.notification.OwedMail;
import io.mapwright.feedback.notification.OwedMails;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The mail columns of {@code feedback}; all times are PostgreSQL's, the only clock that the replicas share. */
@ApplicationScoped
final class PostgresOwedMails implements OwedMails {

    private static final String OWE = """
            with owed as (
                update feedback set mail_due_at = now()
                where id = $1 and mail_state = 'pending' and mail_due_at is null
            )
            select exists (select from feedback where id = $1) as known
            """;
    private static final String CLAIM = """
            with due as materialized (
                select id from feedback
                where mail_state = 'pending' and mail_due_at <= now()
                   or mail_state = 'sending' and mail_lease_until <= now()
                order by mail_due_at limit $1 for update skip locked
            )
            update feedback
            set mail_state = 'sending', mail_lease = $3, mail_attempts = mail_attempts + 1,
                mail_lease_until = now() + $2 * interval '1 millisecond'
            from due where feedback.id = due.id
            returning feedback.id, mail_attempts, message, user_id, user_name, user_verified, organization_id,
                diagram_type, context, created_at,
                (extract(epoch from now() - mail_owed_since) * 1000)::bigint as owed_for
            """;
    private static final String SENT = """
            update feedback
            set mail_state = 'sent', mail_sent_at = now(), mail_error = null,
                mail_lease = null, mail_lease_until = null, mail_due_at = null
            where id = $1 and mail_lease = $2
            """;
    private static final String TRY_AGAIN = """
            update feedback
            set mail_state = 'pending', mail_due_at = now() + $3 * interval '1 millisecond', mail_error = $4,
                mail_lease = null, mail_lease_until = null
            where id = $1 and mail_lease = $2
            """;
    private static final String GIVE_UP = """
            update feedback
            set mail_state = 'failed', mail_error = $3, mail_due_at = null,
                mail_lease = null, mail_lease_until = null
            where id = $1 and mail_lease = $2
            """;

    private final Pool pool;
    private final Supplier<UUID> leases;
    private final Duration limit;

    PostgresOwedMails(Pool pool, Supplier<UUID> leases, NotificationConfig config) {
        this.pool = pool;
        this.leases = leases;
        this.limit = config.databaseLimit();
    }

    @Override
    public Uni<Boolean> owe(UUID feedbackId) {
        return execute(OWE, Tuple.of(feedbackId))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    @Override
    public Uni<List<OwedMail>> claim(int most, Duration lease) {
        UUID token = leases.get();
        return execute(CLAIM, Tuple.of(most, lease.toMillis(), token))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> mail(row, token))
                        .toList());
    }

    @Override
    public Uni<Void> sent(OwedMail mail) {
        return execute(SENT, Tuple.of(mail.feedbackId(), mail.lease())).replaceWithVoid();
    }

    @Override
    public Uni<Void> tryAgain(OwedMail mail, Duration delay, String reason) {
        return execute(TRY_AGAIN, Tuple.of(mail.feedbackId(), mail.lease(), delay.toMillis(), reason))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> giveUp(OwedMail mail, String reason) {
        return execute(GIVE_UP, Tuple.of(mail.feedbackId(), mail.lease(), reason))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .ifNoItem()
                .after(limit)
                .fail();
    }

    private static OwedMail mail(Row row, UUID token) {
        var about = new OwedMail.Content(
                row.getString("message"),
                author(row.getString("user_name"), row.getString("user_id")),
                row.getBoolean("user_verified"),
                Optional.ofNullable(row.getString("organization_id")),
                Optional.ofNullable(row.getString("diagram_type")),
                Optional.ofNullable(row.getString("context")),
                row.getOffsetDateTime("created_at").toInstant());
        return new OwedMail(
                row.getUUID("id"),
                token,
                row.getInteger("mail_attempts"),
                Duration.ofMillis(row.getLong("owed_for")),
                about);
    }

    private static Optional<String> author(String name, String id) {
        return Stream.of(Optional.ofNullable(name), Optional.ofNullable(id).map(known -> "#" + known))
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " " + second);
    }
}
