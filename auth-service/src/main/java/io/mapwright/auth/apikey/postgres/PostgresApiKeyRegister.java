package io.mapwright.auth.apikey.postgres;

import io.mapwright.auth.apikey.ApiKey;
import io.mapwright.auth.apikey.ApiKeyId;
import io.mapwright.auth.apikey.ApiKeyRegister;
import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.audit.Change;
import io.mapwright.auth.audit.postgres.AuditTrail;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Database.Statements;
import io.mapwright.auth.storage.postgres.Sql;
import io.mapwright.auth.storage.postgres.Violation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import static io.mapwright.auth.storage.postgres.Columns.instant;
import static io.mapwright.auth.storage.postgres.Columns.optionalInstant;
import static io.mapwright.auth.storage.postgres.Columns.optionalLong;

@ApplicationScoped
class PostgresApiKeyRegister implements ApiKeyRegister {

    private static final String COLUMNS =
            "id, name, description, quota_limit, expires_at, organization_id, is_active, usage_count, created_at,"
                    + " last_used_at";

    private static final Sql ALL = new Sql(
            "api_keys_all",
            "select " + COLUMNS + " from api_key where $1::bigint is null or organization_id = $1"
                    + " order by id desc limit 5000");
    private static final Sql LOCK = new Sql(
            "api_key_lock",
            "select " + COLUMNS
                    + " from api_key where id = $1 and ($2::bigint is null or organization_id = $2) for update");
    private static final Sql ADD = new Sql("api_key_add", """
            insert into api_key (fingerprint, name, description, quota_limit, expires_at, organization_id, created_at)
            values ($1, $2, $3, $4, $5, $6, $7) returning\s""" + COLUMNS);
    private static final Sql UPDATE = new Sql("api_key_update", """
            update api_key set name = $2, description = $3, quota_limit = $4, expires_at = $5, is_active = $6
            where id = $1
            """);
    private static final Sql REMOVE = new Sql("api_key_remove", "delete from api_key where id = $1");

    private final Database database;

    PostgresApiKeyRegister(Database database) {
        this.database = database;
    }

    @Override
    public Multi<ApiKey> all(OrganizationScope scope) {
        return database.rows(PostgresApiKeyRegister::key, ALL, scope.limit().map(OrganizationId::value));
    }

    @Override
    public Uni<Outcome> add(String fingerprint, ApiKey.Terms terms, Actor actor) {
        return database.<Outcome>transaction(
                        "api_key_add",
                        statements -> statements
                                .run(
                                        ADD,
                                        fingerprint,
                                        terms.name(),
                                        terms.description(),
                                        terms.quotaLimit(),
                                        terms.expiresAt(),
                                        terms.organization().map(OrganizationId::value),
                                        actor.at())
                                .map(rows -> key(rows.getFirst()))
                                .call(key -> audit(statements, actor, "api_key.create", key))
                                .map(Outcome.Done::new))
                .onFailure(Violation::isReference)
                .recoverWithItem(new Outcome.UnknownOrganization());
    }

    @Override
    public Uni<Outcome> edit(
            ApiKeyId id, OrganizationScope scope, String action, UnaryOperator<ApiKey> change, Actor actor) {
        return database.transaction(
                "api_key_edit",
                statements -> withLocked(statements, id, scope, before -> {
                    ApiKey after = change.apply(before);
                    return statements
                            .run(
                                    UPDATE,
                                    id.value(),
                                    after.terms().name(),
                                    after.terms().description(),
                                    after.terms().quotaLimit(),
                                    after.terms().expiresAt(),
                                    after.active())
                            .call(() -> audit(statements, actor, action, after))
                            .replaceWith(new Outcome.Done(after));
                }));
    }

    @Override
    public Uni<Outcome> remove(ApiKeyId id, OrganizationScope scope, Actor actor) {
        return database.transaction(
                "api_key_remove",
                statements -> withLocked(
                        statements,
                        id,
                        scope,
                        before -> statements
                                .run(REMOVE, id.value())
                                .call(() -> audit(statements, actor, "api_key.delete", before))
                                .replaceWith(new Outcome.Done(before))));
    }

    private static Uni<Outcome> withLocked(
            Statements statements, ApiKeyId id, OrganizationScope scope, Function<ApiKey, Uni<Outcome>> work) {
        return statements
                .run(LOCK, id.value(), scope.limit().map(OrganizationId::value))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new Outcome.Unknown())
                        : work.apply(key(rows.getFirst())));
    }

    private static Uni<Void> audit(Statements statements, Actor actor, String action, ApiKey key) {
        return AuditTrail.add(
                statements,
                actor,
                new Change(
                        action,
                        "api_key:" + key.id().value(),
                        key.terms().organization().map(OrganizationId::value),
                        Map.of("name", key.terms().name(), "is_active", Boolean.toString(key.active()))));
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                new ApiKeyId(row.getLong("id")),
                new ApiKey.Terms(
                        row.getString("name"),
                        row.getString("description"),
                        optionalLong(row, "quota_limit"),
                        optionalInstant(row, "expires_at"),
                        optionalLong(row, "organization_id").map(OrganizationId::new)),
                row.getBoolean("is_active"),
                row.getLong("usage_count"),
                instant(row, "created_at"),
                optionalInstant(row, "last_used_at"));
    }
}
