package io.mapwright.auth.organization.postgres;

import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.audit.Change;
import io.mapwright.auth.audit.postgres.AuditTrail;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationDraft;
import io.mapwright.auth.organization.OrganizationEdit;
import io.mapwright.auth.organization.OrganizationEntry;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationRegister;
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
import java.util.Optional;
import java.util.function.Function;

@ApplicationScoped
class PostgresOrganizationRegister implements OrganizationRegister {

    private static final String SELECT = "select " + OrganizationRows.COLUMNS
            + ", (select count(*) from account a where a.organization_id = o.id) as members from organization o ";

    private static final Sql ALL = new Sql(
            "organizations_all", SELECT + "where $1::bigint is null or o.id = $1 order by o.name, o.id limit 5000");
    private static final Sql LOCK = new Sql("organization_lock", SELECT + "where o.id = $1 for update of o");
    private static final Sql ADD = new Sql("organization_add", """
            with o as (
                insert into organization (code, name, invitation_code, listed, expires_at, created_at)
                values ($1, $2, $3, $4, $5, $6) returning *)
            select %s, 0::bigint as members from o
            """.formatted(OrganizationRows.COLUMNS));
    private static final Sql UPDATE = new Sql("organization_update", """
            update organization set code = $2, name = $3, invitation_code = $4, listed = $5, locked = $6,
                expires_at = $7 where id = $1
            """);
    private static final Sql REMOVE_KEYS =
            new Sql("organization_remove_keys", "delete from api_key where organization_id = $1");
    private static final Sql REMOVE = new Sql("organization_remove", "delete from organization where id = $1");

    private final Database database;

    PostgresOrganizationRegister(Database database) {
        this.database = database;
    }

    @Override
    public Multi<OrganizationEntry> all(OrganizationScope scope) {
        return database.rows(
                PostgresOrganizationRegister::entry, ALL, scope.limit().map(OrganizationId::value));
    }

    @Override
    public Uni<Outcome> add(OrganizationDraft draft, Actor actor) {
        return changing(
                "organization_add",
                statements -> statements
                        .run(
                                ADD,
                                draft.code(),
                                draft.name(),
                                draft.invitationCode().value(),
                                draft.listed(),
                                draft.expiresAt(),
                                actor.at())
                        .map(rows -> entry(rows.getFirst()))
                        .call(entry -> audit(statements, actor, "organization.create", entry.organization()))
                        .map(Outcome.Done::new));
    }

    @Override
    public Uni<Outcome> edit(OrganizationId id, OrganizationEdit edit, Actor actor) {
        return changing(
                "organization_edit",
                statements -> withLocked(statements, id, before -> {
                    Organization after = edit.applyTo(before.organization());
                    return statements
                            .run(
                                    UPDATE,
                                    id.value(),
                                    after.code(),
                                    after.name(),
                                    after.invitationCode().value(),
                                    after.listed(),
                                    after.locked(),
                                    after.expiresAt())
                            .call(() -> audit(statements, actor, "organization.update", after))
                            .replaceWith(new Outcome.Done(new OrganizationEntry(after, before.members())));
                }));
    }

    @Override
    public Uni<Outcome> remove(OrganizationId id, Actor actor) {
        return changing(
                "organization_remove",
                statements -> withLocked(statements, id, before -> {
                    if (before.members() > 0) {
                        return Uni.createFrom().item(new Outcome.HasMembers(before.members()));
                    }
                    return statements
                            .run(REMOVE_KEYS, id.value())
                            .chain(removed -> statements.run(REMOVE, id.value()))
                            .call(() -> audit(statements, actor, "organization.delete", before.organization()))
                            .replaceWith(new Outcome.Done(before));
                }));
    }

    private Uni<Outcome> changing(String name, Function<Statements, Uni<Outcome>> work) {
        return database.transaction(name, work)
                .onFailure(Violation::isDuplicate)
                .recoverWithItem(new Outcome.Taken())
                .onFailure(Violation::isReference)
                .recoverWithItem(new Outcome.HasMembers(1));
    }

    private static Uni<Outcome> withLocked(
            Statements statements, OrganizationId id, Function<OrganizationEntry, Uni<Outcome>> work) {
        return statements
                .run(LOCK, id.value())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(new Outcome.Unknown())
                        : work.apply(entry(rows.getFirst())));
    }

    private static Uni<Void> audit(Statements statements, Actor actor, String action, Organization organization) {
        return AuditTrail.add(
                statements,
                actor,
                new Change(
                        action,
                        "organization:" + organization.id(),
                        Optional.of(organization.id().value()),
                        Map.of(
                                "code", organization.code(),
                                "name", organization.name(),
                                "locked", Boolean.toString(organization.locked()),
                                "expires_at",
                                        organization
                                                .expiresAt()
                                                .map(Object::toString)
                                                .orElse("never"))));
    }

    private static OrganizationEntry entry(Row row) {
        return new OrganizationEntry(OrganizationRows.organization(row), row.getLong("members"));
    }
}
