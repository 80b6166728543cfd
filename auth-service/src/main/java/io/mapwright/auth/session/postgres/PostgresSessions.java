package io.mapwright.auth.session.postgres;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.session.IssuedRefreshToken;
import io.mapwright.auth.session.NewSession;
import io.mapwright.auth.session.RefreshTokenLookup;
import io.mapwright.auth.session.Rotation;
import io.mapwright.auth.session.Session;
import io.mapwright.auth.session.SessionConfig;
import io.mapwright.auth.session.SessionId;
import io.mapwright.auth.session.Sessions;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Database.Statements;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

import static io.mapwright.auth.storage.postgres.Columns.instant;
import static io.mapwright.auth.storage.postgres.Columns.optionalInstant;

@ApplicationScoped
class PostgresSessions implements Sessions {

    private static final Sql LOCK_ACCOUNT =
            new Sql("session_lock_account", "select id from account where id = $1 for no key update");
    private static final Sql OPEN = new Sql("session_open", """
            insert into session (id, account_id, device, started_at, last_used_at, expires_at)
            values ($1, $2, $3, $4, $4, $5)
            """);
    private static final Sql END_OLDEST = new Sql("session_end_oldest", """
            update session set ended_at = $2
            where ended_at is null and account_id = $1 and id not in (
                select id from session where account_id = $1 and ended_at is null and expires_at > $2
                order by started_at desc, id limit $3)
            """);
    private static final Sql ADD_TOKEN = new Sql(
            "refresh_token_add", "insert into refresh_token (fingerprint, session_id, expires_at) values ($1, $2, $3)");

    private static final String SELECT_TOKEN = """
            select t.session_id, s.account_id, t.expires_at, t.replaced_at, s.ended_at
            from refresh_token t join session s on s.id = t.session_id where t.fingerprint = $1""";
    private static final Sql FIND = new Sql("refresh_token_find", SELECT_TOKEN);
    private static final Sql FIND_AND_LOCK = new Sql("refresh_token_lock", SELECT_TOKEN + " for update");
    private static final Sql MARK_REPLACED =
            new Sql("refresh_token_replace", "update refresh_token set replaced_at = $2 where fingerprint = $1");
    private static final Sql PROLONG =
            new Sql("session_prolong", "update session set last_used_at = $2, expires_at = $3 where id = $1");
    private static final Sql END =
            new Sql("session_end", "update session set ended_at = $2 where id = $1 and ended_at is null");

    private static final Sql OF_ACCOUNT = new Sql("sessions_of_account", """
            select id, device, started_at, last_used_at, expires_at from session
            where account_id = $1 and ended_at is null and expires_at > $2 order by last_used_at desc, id
            """);
    private static final Sql END_OWN = new Sql("session_end_own", """
            update session set ended_at = $3
            where account_id = $1 and id = $2 and ended_at is null and expires_at > $3 returning id
            """);
    private static final Sql END_ALL =
            new Sql("sessions_end_all", "update session set ended_at = $2 where account_id = $1 and ended_at is null");

    private final Database database;
    private final SessionConfig config;

    PostgresSessions(Database database, SessionConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Uni<Void> open(NewSession session) {
        long account = session.account().value();
        // Logins of one account take turns, so that two at once can't both stay above the limit.
        return database.transaction(
                "session_open",
                statements -> statements
                        .run(LOCK_ACCOUNT, account)
                        .chain(locked -> statements.run(
                                OPEN,
                                session.id().value(),
                                account,
                                session.device(),
                                session.startedAt(),
                                session.expiresAt()))
                        .chain(opened -> statements.run(
                                ADD_TOKEN, session.firstToken(), session.id().value(), session.expiresAt()))
                        .chain(added -> statements.run(END_OLDEST, account, session.startedAt(), config.perAccount()))
                        .replaceWithVoid());
    }

    @Override
    public Uni<RefreshTokenLookup> find(String fingerprint) {
        return database.run(FIND, fingerprint).map(PostgresSessions::only);
    }

    @Override
    public Uni<Rotation> rotate(String presented, String next, Instant now) {
        return database.transaction(
                "session_rotate",
                statements -> statements
                        .run(FIND_AND_LOCK, presented)
                        .map(PostgresSessions::only)
                        .chain(found -> switch (found) {
                            case RefreshTokenLookup.Unknown unknown ->
                                Uni.createFrom().item(Rotation.REFUSED);
                            case IssuedRefreshToken token -> judge(statements, token, presented, next, now);
                        }));
    }

    private Uni<Rotation> judge(
            Statements statements, IssuedRefreshToken token, String presented, String next, Instant now) {
        return switch (token.presentedAt(now, config.reuseGrace())) {
            case FRESH ->
                statements.run(MARK_REPLACED, presented, now).chain(marked -> goOn(statements, token, next, now));
            case IN_GRACE -> goOn(statements, token, next, now);
            case REUSED -> statements.run(END, token.session().value(), now).replaceWith(Rotation.REUSE_DETECTED);
            case DEAD -> Uni.createFrom().item(Rotation.REFUSED);
        };
    }

    private Uni<Rotation> goOn(Statements statements, IssuedRefreshToken token, String next, Instant now) {
        Instant expiresAt = now.plus(config.refreshLifetime());
        return statements
                .run(ADD_TOKEN, next, token.session().value(), expiresAt)
                .chain(added -> statements.run(PROLONG, token.session().value(), now, expiresAt))
                .replaceWith(Rotation.ROTATED);
    }

    @Override
    public Multi<Session> of(AccountId account, Instant now) {
        return database.rows(PostgresSessions::session, OF_ACCOUNT, account.value(), now);
    }

    @Override
    public Uni<Ending> end(AccountId account, SessionId session, Instant now) {
        return database.run(END_OWN, account.value(), session.value(), now)
                .map(ended -> ended.isEmpty() ? Ending.UNKNOWN : Ending.ENDED);
    }

    @Override
    public Uni<Void> endAll(AccountId account, Instant now) {
        return database.run(END_ALL, account.value(), now).replaceWithVoid();
    }

    private static RefreshTokenLookup only(List<Row> rows) {
        if (rows.isEmpty()) {
            return new RefreshTokenLookup.Unknown();
        }
        Row row = rows.getFirst();
        return new IssuedRefreshToken(
                new SessionId(row.getUUID("session_id")),
                new AccountId(row.getLong("account_id")),
                instant(row, "expires_at"),
                optionalInstant(row, "replaced_at"),
                optionalInstant(row, "ended_at"));
    }

    private static Session session(Row row) {
        return new Session(
                new SessionId(row.getUUID("id")),
                row.getString("device"),
                instant(row, "started_at"),
                instant(row, "last_used_at"),
                instant(row, "expires_at"));
    }
}
