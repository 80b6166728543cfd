package io.mapwright.auth.statistics.postgres;

import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.auth.statistics.PopulationStatistics;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresPopulationStatistics implements PopulationStatistics {

    private static final Sql COUNTS = new Sql("population_counts", """
            select (select count(*) from account where $1::bigint is null or organization_id = $1) as users,
                   (select count(*) from organization where $1::bigint is null or id = $1) as organizations,
                   (select count(*) from account
                    where created_at >= $2 and ($1::bigint is null or organization_id = $1)) as recent
            """);
    private static final Sql BY_ORGANIZATION = new Sql("population_by_organization", """
            select o.name, count(*) as users from account a join organization o on o.id = a.organization_id
            where $1::bigint is null or o.id = $1 group by o.id, o.name order by count(*) desc, o.name limit 1000
            """);
    private static final Sql REGISTRATIONS = new Sql("registrations_by_day", """
            select (created_at at time zone $3)::date as day, count(*) as added from account
            where created_at >= $2 and ($1::bigint is null or organization_id = $1) group by 1
            """);
    private static final Sql FOUNDATIONS = new Sql("foundations_by_day", """
            select (created_at at time zone $3)::date as day, count(*) as added from organization
            where created_at >= $2 and ($1::bigint is null or id = $1) group by 1
            """);

    private final Database database;

    PostgresPopulationStatistics(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Population> population(OrganizationScope scope, Instant recentSince) {
        return database.run(COUNTS, only(scope), recentSince)
                .chain(counts -> database.run(BY_ORGANIZATION, only(scope)).map(byName -> {
                    Row row = counts.getFirst();
                    Map<String, Long> usersByOrganization = new LinkedHashMap<>();
                    byName.forEach(each -> usersByOrganization.put(each.getString("name"), each.getLong("users")));
                    return new Population(
                            row.getLong("users"),
                            row.getLong("organizations"),
                            row.getLong("recent"),
                            usersByOrganization);
                }));
    }

    @Override
    public Uni<Map<LocalDate, Long>> registrations(OrganizationScope scope, Instant start, ZoneId zone) {
        return database.run(REGISTRATIONS, only(scope), start, zone.getId()).map(PostgresPopulationStatistics::byDay);
    }

    @Override
    public Uni<Map<LocalDate, Long>> foundations(OrganizationScope scope, Instant start, ZoneId zone) {
        return database.run(FOUNDATIONS, only(scope), start, zone.getId()).map(PostgresPopulationStatistics::byDay);
    }

    private static Map<LocalDate, Long> byDay(List<Row> rows) {
        Map<LocalDate, Long> byDay = new LinkedHashMap<>();
        rows.forEach(row -> byDay.put(row.getLocalDate("day"), row.getLong("added")));
        return byDay;
    }

    private static Optional<Long> only(OrganizationScope scope) {
        return scope.limit().map(OrganizationId::value);
    }
}
