package io.mapwright.auth.audit.postgres;

import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.audit.AuditRecord;
import io.mapwright.auth.audit.AuditRecords;
import io.mapwright.auth.audit.Change;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Multi;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import static io.mapwright.auth.storage.postgres.Columns.instant;
import static io.mapwright.auth.storage.postgres.Columns.optionalLong;

@ApplicationScoped
class PostgresAuditRecords implements AuditRecords {

    private static final Sql LATEST = new Sql("audit_latest", """
            select id, at, actor, action, subject, organization_id, request_id, detail from audit_record
            where ($1::bigint is null or organization_id = $1) and ($2::bigint is null or id < $2)
            order by id desc limit $3
            """);

    private final Database database;

    PostgresAuditRecords(Database database) {
        this.database = database;
    }

    @Override
    public Multi<AuditRecord> latest(Optional<Long> organization, Optional<Long> before, int count) {
        return database.rows(PostgresAuditRecords::record, LATEST, organization, before, count);
    }

    private static AuditRecord record(Row row) {
        Map<String, String> detail = new LinkedHashMap<>();
        row.get(JsonObject.class, "detail").forEach(member -> detail.put(member.getKey(), "" + member.getValue()));
        return new AuditRecord(
                row.getLong("id"),
                new Actor(row.getString("actor"), row.getString("request_id"), instant(row, "at")),
                new Change(
                        row.getString("action"),
                        row.getString("subject"),
                        optionalLong(row, "organization_id"),
                        detail));
    }
}
