package io.mapwright.feedback.moderation.postgres;

import io.mapwright.feedback.moderation.Change;
import io.mapwright.feedback.moderation.Entry;
import io.mapwright.feedback.moderation.FeedbackDesk;
import io.mapwright.feedback.moderation.Listing;
import io.mapwright.feedback.moderation.MailState;
import io.mapwright.feedback.moderation.ModerationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads and changes {@code feedback}. */
@ApplicationScoped
final class PostgresFeedbackDesk implements FeedbackDesk {

    private static final String MATCHING =
            " from feedback where ($1::text is null or status = $1) and ($2::text is null or mail_state = $2)";
    private static final String COUNT = "select count(*) as total" + MATCHING;
    private static final String PAGE = "select *" + MATCHING + " order by created_at desc, id desc limit $3 offset $4";
    private static final String HOLD = "select mail_state from feedback where id = $1 for update";
    private static final String CHANGE_STATUS = """
            update feedback set status = $2, status_changed_by = $3, status_changed_at = now()
            where id = $1 and $2::text is not null
            """;
    private static final String RENEW_MAIL = """
            with renewed as (
                update feedback
                set mail_state = 'pending', mail_owed_since = now(), mail_due_at = null, mail_attempts = 0,
                    mail_error = null
                where id = $1 returning id
            )
            insert into email_outbox (feedback_id) select id from renewed
            """;
    private static final String ENTRY = "select * from feedback where id = $1";

    private final Pool pool;
    private final ModerationConfig config;

    PostgresFeedbackDesk(Pool pool, ModerationConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<Listing> list(Listing.Query query) {
        String status = query.status().map(PostgresFeedbackDesk::column).orElse(null);
        String mailState = query.mailState().map(PostgresFeedbackDesk::column).orElse(null);
        return pool.withConnection(connection -> connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(status, mailState))
                        .map(rows -> rows.iterator().next().getLong("total"))
                        .chain(total -> connection
                                .preparedQuery(PAGE)
                                .execute(Tuple.of(status, mailState, query.pageSize(), query.offset()))
                                .map(rows -> new Listing(entries(rows), query.page(), query.pageSize(), total))))
                .ifNoItem()
                .after(config.databaseLimit())
                .fail();
    }

    @Override
    public Uni<Change.Outcome> apply(Change change) {
        return pool.withTransaction(connection -> held(connection, change.id()).chain(held -> {
                    if (held.isEmpty()) {
                        return Uni.createFrom().item(new Change.Outcome.Unknown());
                    }
                    if (change.renewMail() && held.get() != MailState.FAILED) {
                        return Uni.createFrom().item(new Change.Outcome.MailNotFailed(held.get()));
                    }
                    return applied(connection, change);
                }))
                .ifNoItem()
                .after(config.databaseLimit())
                .fail();
    }

    private static Uni<Optional<MailState>> held(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(EntryRow::mailState));
    }

    private static Uni<Change.Outcome> applied(SqlConnection connection, Change change) {
        String status = change.status().map(PostgresFeedbackDesk::column).orElse(null);
        Uni<RowSet<Row>> changed =
                connection.preparedQuery(CHANGE_STATUS).execute(Tuple.of(change.id(), status, change.by()));
        if (change.renewMail()) {
            changed = changed.chain(() -> connection.preparedQuery(RENEW_MAIL).execute(Tuple.of(change.id())));
        }
        return changed.chain(() -> connection.preparedQuery(ENTRY).execute(Tuple.of(change.id())))
                .map(rows -> new Change.Outcome.Done(entries(rows).getFirst()));
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(EntryRow::entry)
                .toList();
    }

    private static String column(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
