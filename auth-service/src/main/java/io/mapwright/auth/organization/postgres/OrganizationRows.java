package io.mapwright.auth.organization.postgres;

import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationId;
import io.vertx.mutiny.sqlclient.Row;

import java.util.Optional;

import static io.mapwright.auth.storage.postgres.Columns.instant;
import static io.mapwright.auth.storage.postgres.Columns.optionalInstant;

/** Reads organizations, also from rows in which they are joined to something else. */
public final class OrganizationRows {

    /** The columns of an organization in a table called {@code o}, named so that they can't collide. */
    public static final String COLUMNS = """
            o.id as o_id, o.code as o_code, o.name as o_name, o.invitation_code as o_invitation_code,
            o.listed as o_listed, o.locked as o_locked, o.expires_at as o_expires_at, o.created_at as o_created_at""";

    private OrganizationRows() {}

    /** The organization in a row. */
    public static Organization organization(Row row) {
        return new Organization(
                new OrganizationId(row.getLong("o_id")),
                row.getString("o_code"),
                row.getString("o_name"),
                new InvitationCode(row.getString("o_invitation_code")),
                row.getBoolean("o_listed"),
                row.getBoolean("o_locked"),
                optionalInstant(row, "o_expires_at"),
                instant(row, "o_created_at"));
    }

    /** The organization in a row of a left join. */
    public static Optional<Organization> joined(Row row) {
        return row.getLong("o_id") == null ? Optional.empty() : Optional.of(organization(row));
    }
}
