package io.mapwright.auth.organization.postgres;

import io.mapwright.auth.organization.InvitationCode;
import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationLookup;
import io.mapwright.auth.organization.Organizations;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
class PostgresOrganizations implements Organizations {

    private static final String SELECT = "select " + OrganizationRows.COLUMNS + " from organization o ";

    private static final Sql LISTED = new Sql(
            "organizations_listed", SELECT + "where o.listed and not o.locked order by o.name, o.id limit 1000");
    private static final Sql BY_INVITATION =
            new Sql("organization_by_invitation", SELECT + "where o.invitation_code = $1");
    private static final Sql BY_ID = new Sql("organization_by_id", SELECT + "where o.id = $1");

    private final Database database;

    PostgresOrganizations(Database database) {
        this.database = database;
    }

    @Override
    public Multi<Organization> listed() {
        return database.rows(OrganizationRows::organization, LISTED);
    }

    @Override
    public Uni<OrganizationLookup> invitingWith(InvitationCode code) {
        return database.run(BY_INVITATION, code.value()).map(PostgresOrganizations::only);
    }

    @Override
    public Uni<OrganizationLookup> withId(OrganizationId id) {
        return database.run(BY_ID, id.value()).map(PostgresOrganizations::only);
    }

    private static OrganizationLookup only(List<Row> rows) {
        return rows.isEmpty() ? new OrganizationLookup.Unknown() : OrganizationRows.organization(rows.getFirst());
    }
}
