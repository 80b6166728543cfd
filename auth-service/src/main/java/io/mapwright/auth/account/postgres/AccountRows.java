package io.mapwright.auth.account.postgres;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.PersonName;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.account.Role;
import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.postgres.OrganizationRows;
import io.vertx.mutiny.sqlclient.Row;

import static io.mapwright.auth.storage.postgres.Columns.instant;
import static io.mapwright.auth.storage.postgres.Columns.optionalInstant;

/** Reads accounts together with their organizations. */
public final class AccountRows {

    /** Accounts called {@code a}, left joined to their organizations called {@code o}. */
    public static final String FROM = " from account a left join organization o on o.id = a.organization_id ";

    /** The columns of both. */
    public static final String COLUMNS = OrganizationRows.COLUMNS + """
            , a.id as a_id, a.phone as a_phone, a.name as a_name, a.role as a_role, a.password_hash as a_password_hash,
            a.created_at as a_created_at, a.last_login_at as a_last_login_at""";

    private AccountRows() {}

    /** The account in a row. */
    public static Account account(Row row) {
        return new Account(
                new AccountId(row.getLong("a_id")),
                new PhoneNumber(row.getString("a_phone")),
                new PersonName(row.getString("a_name")),
                Role.parse(row.getString("a_role")).orElseThrow(),
                new PasswordHash(row.getString("a_password_hash")),
                OrganizationRows.joined(row),
                instant(row, "a_created_at"),
                optionalInstant(row, "a_last_login_at"));
    }
}
