package io.mapwright.auth.people.postgres;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.postgres.AccountRows;
import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.audit.Change;
import io.mapwright.auth.audit.postgres.AuditTrail;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.people.People;
import io.mapwright.auth.people.PeoplePage;
import io.mapwright.auth.people.PeopleQuery;
import io.mapwright.auth.people.PersonEdit;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Database.Statements;
import io.mapwright.auth.storage.postgres.Sql;
import io.mapwright.auth.storage.postgres.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresPeople implements People {

    private static final String MATCHING = """
            where ($1::bigint is null or a.organization_id = $1) and ($2::bigint is null or a.organization_id = $2)
              and ($3::text is null or a.name ilike '%' || $3 || '%' or a.phone like $3 || '%')
            """;

    private static final Sql PAGE = new Sql(
            "people_page",
            "select " + AccountRows.COLUMNS + AccountRows.FROM + MATCHING + "order by a.id limit $4 offset $5");
    private static final Sql COUNT = new Sql("people_count", "select count(*) as total from account a " + MATCHING);

    private static final Sql READ =
            new Sql("person_read", "select " + AccountRows.COLUMNS + AccountRows.FROM + "where a.id = $1");
    private static final Sql LOCK = new Sql("person_lock", "select id from account where id = $1 for update");
    private static final Sql UPDATE = new Sql(
            "person_update", "update account set phone = $2, name = $3, role = $4, organization_id = $5 where id = $1");
    private static final Sql REMOVE = new Sql("person_remove", "delete from account where id = $1");
    private static final Sql SET_PASSWORD =
            new Sql("person_set_password", "update account set password_hash = $2 where id = $1");
    private static final Sql END_SESSIONS = new Sql(
            "person_end_sessions", "update session set ended_at = $2 where account_id = $1 and ended_at is null");

    private final Database database;

    PostgresPeople(Database database) {
        this.database = database;
    }

    @Override
    public Uni<PeoplePage> page(PeopleQuery query) {
        Object scope = query.scope().limit().map(OrganizationId::value);
        Object organization = query.organization().map(OrganizationId::value);
        Object search = query.search().map(PostgresPeople::escaped);
        return database.run(COUNT, scope, organization, search)
                .chain(count -> database.rows(
                                AccountRows::account,
                                PAGE,
                                scope,
                                organization,
                                search,
                                query.pageSize(),
                                query.offset())
                        .collect()
                        .asList()
                        .map(people -> new PeoplePage(people, count.getFirst().getLong("total"))));
    }

    @Override
    public Uni<Outcome> edit(AccountId id, PersonEdit edit, Actor actor) {
        return withLocked(
                "person_edit",
                id,
                (statements, before) -> statements
                        .run(
                                UPDATE,
                                id.value(),
                                edit.phone().applyTo(before.phone()).digits(),
                                edit.name().applyTo(before.name()).value(),
                                edit.role().applyTo(before.role()).group(),
                                edit.organization()
                                        .applyTo(before.organization().map(Organization::id))
                                        .map(OrganizationId::value))
                        .chain(updated -> read(statements, id))
                        .call(after -> audit(statements, actor, "user.update", after))
                        .map(Outcome.Done::new));
    }

    @Override
    public Uni<Outcome> remove(AccountId id, Actor actor) {
        return withLocked(
                "person_remove",
                id,
                (statements, before) -> statements
                        .run(REMOVE, id.value())
                        .call(() -> audit(statements, actor, "user.delete", before))
                        .replaceWith(new Outcome.Done(before)));
    }

    @Override
    public Uni<Outcome> resetPassword(AccountId id, PasswordHash hash, Actor actor) {
        return withLocked(
                "person_reset_password",
                id,
                (statements, before) -> statements
                        .run(SET_PASSWORD, id.value(), hash.encoded())
                        .chain(set -> statements.run(END_SESSIONS, id.value(), actor.at()))
                        .call(() -> audit(statements, actor, "user.reset_password", before))
                        .replaceWith(new Outcome.Done(before)));
    }

    @Override
    public Uni<Outcome> recordUnlock(AccountId id, Actor actor) {
        return withLocked(
                "person_unlock",
                id,
                (statements, before) ->
                        audit(statements, actor, "user.unlock", before).replaceWith(new Outcome.Done(before)));
    }

    private Uni<Outcome> withLocked(String name, AccountId id, Work work) {
        return database.transaction(
                        name,
                        statements -> statements
                                .run(LOCK, id.value())
                                .chain(rows -> rows.isEmpty()
                                        ? Uni.createFrom().item(new Outcome.Unknown())
                                        : read(statements, id).chain(before -> work.on(statements, before))))
                .onFailure(Violation::isDuplicate)
                .recoverWithItem(new Outcome.PhoneTaken())
                .onFailure(Violation::isReference)
                .recoverWithItem(new Outcome.UnknownOrganization());
    }

    private static Uni<Account> read(Statements statements, AccountId id) {
        return statements.run(READ, id.value()).map(rows -> AccountRows.account(rows.getFirst()));
    }

    private static Uni<Void> audit(Statements statements, Actor actor, String action, Account person) {
        Optional<Long> organization = person.organization().map(own -> own.id().value());
        return AuditTrail.add(
                statements,
                actor,
                new Change(
                        action,
                        "user:" + person.id(),
                        organization,
                        Map.of(
                                "phone",
                                person.phone().masked(),
                                "role",
                                person.role().group())));
    }

    /** What people type is looked for as it is; a percent sign means a percent sign. */
    private static String escaped(String search) {
        return search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @FunctionalInterface
    private interface Work {

        Uni<Outcome> on(Statements statements, Account before);
    }
}
