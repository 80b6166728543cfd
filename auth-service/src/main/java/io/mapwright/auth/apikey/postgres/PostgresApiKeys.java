package io.mapwright.auth.apikey.postgres;

import io.mapwright.auth.apikey.ApiKeyId;
import io.mapwright.auth.apikey.ApiKeys;
import io.mapwright.auth.apikey.KeyUse;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.Organization.Membership;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.postgres.OrganizationRows;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static io.mapwright.auth.storage.postgres.Columns.optionalInstant;
import static io.mapwright.auth.storage.postgres.Columns.optionalLong;

@ApplicationScoped
class PostgresApiKeys implements ApiKeys {

    private static final Sql USE = new Sql("api_key_use", """
            update api_key k set usage_count = usage_count + 1, last_used_at = $2
            where k.fingerprint = $1 and k.is_active
              and (k.expires_at is null or k.expires_at > $2)
              and (k.quota_limit is null or k.usage_count < k.quota_limit)
              and not exists (select from organization o
                              where o.id = k.organization_id and (o.locked or o.expires_at <= $2))
            returning k.id, k.organization_id
            """);
    private static final Sql EXPLAIN = new Sql(
            "api_key_explain",
            "select k.id, k.is_active, k.expires_at, " + OrganizationRows.COLUMNS
                    + " from api_key k left join organization o on o.id = k.organization_id where k.fingerprint = $1");

    private final Database database;

    PostgresApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public Uni<KeyUse> use(String fingerprint, Instant now) {
        return database.run(USE, fingerprint, now).chain(counted -> {
            if (counted.isEmpty()) {
                return database.run(EXPLAIN, fingerprint).map(found -> refusal(found, now));
            }
            Row row = counted.getFirst();
            return Uni.createFrom()
                    .item(new KeyUse.Counted(
                            new ApiKeyId(row.getLong("id")),
                            optionalLong(row, "organization_id").map(OrganizationId::new)));
        });
    }

    private static KeyUse refusal(List<Row> found, Instant now) {
        if (found.isEmpty()) {
            return new KeyUse.Refused(KeyUse.Reason.UNKNOWN);
        }
        Row row = found.getFirst();
        if (!row.getBoolean("is_active")) {
            return new KeyUse.Refused(KeyUse.Reason.SWITCHED_OFF);
        }
        if (optionalInstant(row, "expires_at").filter(end -> !end.isAfter(now)).isPresent()) {
            return new KeyUse.Refused(KeyUse.Reason.EXPIRED);
        }
        Optional<Membership> closed = OrganizationRows.joined(row)
                .map((Organization own) -> own.membershipAt(now))
                .filter(membership -> membership != Membership.OPEN);
        return closed.<KeyUse>map(KeyUse.ShutOut::new).orElseGet(KeyUse.QuotaExhausted::new);
    }
}
