package io.mapwright.auth.statistics.postgres;

import io.mapwright.auth.account.AccountId;
import io.mapwright.auth.account.PhoneNumber;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.auth.statistics.TokenPeriods;
import io.mapwright.auth.statistics.Tokens;
import io.mapwright.auth.statistics.TopUser;
import io.mapwright.auth.statistics.UsageStatistics;
import io.mapwright.auth.storage.postgres.Database;
import io.mapwright.auth.storage.postgres.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresUsageStatistics implements UsageStatistics {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private static final Sql PERIODS = new Sql("usage_periods", """
            select coalesce(sum(input_tokens) filter (where day = $2), 0)::bigint as today_input,
                   coalesce(sum(output_tokens) filter (where day = $2), 0)::bigint as today_output,
                   coalesce(sum(input_tokens) filter (where day >= $3 and day <= $2), 0)::bigint as week_input,
                   coalesce(sum(output_tokens) filter (where day >= $3 and day <= $2), 0)::bigint as week_output,
                   coalesce(sum(input_tokens) filter (where day >= $4 and day <= $2), 0)::bigint as month_input,
                   coalesce(sum(output_tokens) filter (where day >= $4 and day <= $2), 0)::bigint as month_output,
                   coalesce(sum(input_tokens), 0)::bigint as total_input,
                   coalesce(sum(output_tokens), 0)::bigint as total_output
            from usage_organization_day where $1::text is null or organization = $1
            """);

    /** Takes the greediest people from the sums first, and only then looks up who they are. */
    private static final String TOP = """
            with top as (
                select subject, sum(input_tokens)::bigint as input_tokens, sum(output_tokens)::bigint as output_tokens
                from %s where ($1::text is null or organization = $1) and subject ~ '^[1-9][0-9]{0,17}$'
                group by subject order by sum(input_tokens + output_tokens) desc, subject limit $2
            )
            select top.subject::bigint as id, a.phone, a.name, o.name as organization_name,
                   top.input_tokens, top.output_tokens
            from top left join account a on a.id = top.subject::bigint
                     left join organization o on o.id = a.organization_id
            order by top.input_tokens + top.output_tokens desc, top.subject
            """;

    private static final Sql TOP_EVER = new Sql("usage_top_users", TOP.formatted("usage_subject"));
    private static final Sql TOP_ON_DAY =
            new Sql("usage_top_users_on_day", TOP.formatted("(select * from usage_day where day = $3) as of_day"));
    private static final Sql BY_DAY = new Sql("usage_by_day", """
            select day, sum(input_tokens)::bigint as input_tokens, sum(output_tokens)::bigint as output_tokens
            from usage_organization_day
            where day between $2 and $3 and ($1::text is null or organization = $1) group by day
            """);
    private static final Sql BY_ORGANIZATION = new Sql("usage_by_organization", """
            select o.name, sum(u.input_tokens)::bigint as input_tokens, sum(u.output_tokens)::bigint as output_tokens
            from usage_organization_day u join organization o on o.id::text = u.organization
            where $1::text is null or u.organization = $1
            group by o.id, o.name order by sum(u.input_tokens + u.output_tokens) desc, o.name limit 1000
            """);

    private final Database database;

    PostgresUsageStatistics(Database database) {
        this.database = database;
    }

    @Override
    public Uni<TokenPeriods> periods(OrganizationScope scope, LocalDate today) {
        return database.run(PERIODS, only(scope), today, today.minusDays(WEEK - 1L), today.minusDays(MONTH - 1L))
                .map(rows -> {
                    Row row = rows.getFirst();
                    return new TokenPeriods(
                            tokens(row, "today_"), tokens(row, "week_"), tokens(row, "month_"), tokens(row, "total_"));
                });
    }

    @Override
    public Multi<TopUser> topUsers(OrganizationScope scope, int count) {
        return database.rows(PostgresUsageStatistics::topUser, TOP_EVER, only(scope), count);
    }

    @Override
    public Multi<TopUser> topUsersOn(LocalDate day, OrganizationScope scope, int count) {
        return database.rows(PostgresUsageStatistics::topUser, TOP_ON_DAY, only(scope), count, day);
    }

    @Override
    public Uni<Map<LocalDate, Tokens>> tokensByDay(OrganizationScope scope, LocalDate first, LocalDate last) {
        return database.run(BY_DAY, only(scope), first, last).map(rows -> {
            Map<LocalDate, Tokens> byDay = new LinkedHashMap<>();
            rows.forEach(row -> byDay.put(row.getLocalDate("day"), used(row)));
            return byDay;
        });
    }

    @Override
    public Uni<Map<String, Tokens>> tokensByOrganization(OrganizationScope scope) {
        return database.run(BY_ORGANIZATION, only(scope)).map(rows -> {
            Map<String, Tokens> byName = new LinkedHashMap<>();
            rows.forEach(row -> byName.put(row.getString("name"), used(row)));
            return byName;
        });
    }

    private static Optional<String> only(OrganizationScope scope) {
        return scope.limit().map(OrganizationId::toString);
    }

    private static Tokens tokens(Row row, String prefix) {
        return new Tokens(row.getLong(prefix + "input"), row.getLong(prefix + "output"));
    }

    private static Tokens used(Row row) {
        return new Tokens(row.getLong("input_tokens"), row.getLong("output_tokens"));
    }

    private static TopUser topUser(Row row) {
        return new TopUser(
                new AccountId(row.getLong("id")),
                Optional.ofNullable(row.getString("phone")).map(PhoneNumber::new),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("organization_name")),
                used(row));
    }
}
