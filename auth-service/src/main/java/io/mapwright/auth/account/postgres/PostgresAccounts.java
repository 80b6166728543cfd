package io.mapwright.auth.account.postgres;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.AccountLookup;
import io.mapwright.auth.account.Accounts;
import io.mapwright.auth.account.Admission;
import io.mapwright.auth.account.NewAccount;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.mapwright.auth.storage.postgres.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

@ApplicationScoped
class PostgresAccounts implements Accounts {

    private static final String SELECT = "select " + AccountRows.COLUMNS + AccountRows.FROM;

    private static final Sql BY_PHONE = new Sql("account_by_phone", SELECT + "where a.phone = $1");
    private static final Sql BY_ID = new Sql("account_by_id", SELECT + "where a.id = $1");
    private static final Sql ADD = new Sql("account_add", """
            with a as (
                insert into account (phone, name, role, password_hash, organization_id, created_at)
                values ($1, $2, $3, $4, $5, $6)
                returning *
            )
            select %s from a left join organization o on o.id = a.organization_id
            """.formatted(AccountRows.COLUMNS));
    private static final Sql RECORD_LOGIN =
            new Sql("account_record_login", "update account set last_login_at = $2 where id = $1");
    private static final Sql REHASH =
            new Sql("account_rehash", "update account set password_hash = $3 where id = $1 and password_hash = $2");

    private final Database database;

    PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Uni<AccountLookup> withPhone(PhoneNumber phone) {
        return database.run(BY_PHONE, phone.digits()).map(PostgresAccounts::only);
    }

    @Override
    public Uni<AccountLookup> withId(AccountId id) {
        return database.run(BY_ID, id.value()).map(PostgresAccounts::only);
    }

    @Override
    public Uni<Admission> add(NewAccount account) {
        return database.run(
                        ADD,
                        account.phone().digits(),
                        account.name().value(),
                        account.role().group(),
                        account.passwordHash().encoded(),
                        account.organization().map(OrganizationId::value),
                        account.createdAt())
                .<Admission>map(rows -> new Admission.Admitted(AccountRows.account(rows.getFirst())))
                .onFailure(Violation::isDuplicate)
                .recoverWithItem(new Admission.PhoneTaken())
                .onFailure(Violation::isReference)
                .recoverWithItem(new Admission.OrganizationGone());
    }

    @Override
    public Uni<Void> recordLogin(AccountId id, Instant at) {
        return database.run(RECORD_LOGIN, id.value(), at).replaceWithVoid();
    }

    @Override
    public Uni<Void> rehash(AccountId id, PasswordHash before, PasswordHash now) {
        return database.run(REHASH, id.value(), before.encoded(), now.encoded()).replaceWithVoid();
    }

    private static AccountLookup only(List<Row> rows) {
        return rows.isEmpty() ? new AccountLookup.Unknown() : AccountRows.account(rows.getFirst());
    }
}
