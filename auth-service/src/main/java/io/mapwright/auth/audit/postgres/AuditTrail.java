package io.mapwright.auth.audit.postgres;

import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.audit.Change;
import io.mapwright.auth.storage.postgres.Database.Statements;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** Adds records inside the transactions of the changes that they are about. */
public final class AuditTrail {

    private static final Sql ADD = new Sql("audit_add", """
            insert into audit_record (at, actor, action, subject, organization_id, request_id, detail)
            values ($1, $2, $3, $4, $5, $6, $7)
            """);

    private AuditTrail() {}

    /** Adds a record; it stays only if the transaction of {@code statements} does. */
    public static Uni<Void> add(Statements statements, Actor actor, Change change) {
        JsonObject detail = new JsonObject();
        change.detail().forEach(detail::put);
        return statements
                .run(
                        ADD,
                        actor.at(),
                        actor.subject(),
                        change.action(),
                        change.subject(),
                        change.organization(),
                        actor.requestId(),
                        detail)
                .replaceWithVoid();
    }
}
