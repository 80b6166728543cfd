package io.mapwright.auth.statistics.rest;

import io.mapwright.auth.ledger.CalendarDays;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.auth.organization.rest.CallersScope;
import io.mapwright.auth.statistics.PopulationStatistics;
import io.mapwright.auth.statistics.Trend;
import io.mapwright.auth.statistics.TrendMetric;
import io.mapwright.auth.statistics.TrendService;
import io.mapwright.auth.statistics.UsageStatistics;
import io.mapwright.defaults.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Path("/api/auth/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "manager"})
class StatisticsResource {

    private static final int TOP = 10;
    private static final int RECENT_DAYS = 7;

    private final UsageStatistics usage;
    private final PopulationStatistics population;
    private final TrendService trends;
    private final CalendarDays days;
    private final CallersScope scopes;

    StatisticsResource(
            UsageStatistics usage,
            PopulationStatistics population,
            TrendService trends,
            CalendarDays days,
            CallersScope scopes) {
        this.usage = usage;
        this.population = population;
        this.trends = trends;
        this.days = days;
        this.scopes = scopes;
    }

    @GET
    @Path("/token-stats")
    public Uni<TokenStats> tokenStats() {
        OrganizationScope scope = scopes.current();
        LocalDate today = days.today();
        return usage.periods(scope, today)
                .chain(periods -> usage.topUsers(scope, TOP)
                        .collect()
                        .asList()
                        .chain(top -> usage.topUsersOn(today, scope, TOP)
                                .collect()
                                .asList()
                                .map(topToday -> TokenStats.of(periods, top, topToday))));
    }

    @GET
    @Path("/stats")
    public Uni<Stats> stats() {
        OrganizationScope scope = scopes.current();
        LocalDate today = days.today();
        Instant recentSince = days.startOf(today.minusDays(RECENT_DAYS - 1L));
        return population
                .population(scope, recentSince)
                .chain(people -> usage.periods(scope, today)
                        .chain(tokens ->
                                usage.tokensByOrganization(scope).map(byName -> Stats.of(people, tokens, byName))));
    }

    @GET
    @Path("/stats/trends")
    public Uni<Trends> trends(
            @RestQuery @DefaultValue("tokens") String metric,
            @RestQuery @DefaultValue("30") @Min(1) @Max(90) int days) {
        OrganizationScope scope = scopes.current();
        TrendMetric known = TrendMetric.parse(metric).orElseThrow(StatisticsResource::unknownMetric);
        return trends.trend(known, scope, days).map(trend -> new Trends(metric, days, points(trend)));
    }

    private static List<Trends.Point> points(Trend trend) {
        return trend.points().stream()
                .map(point -> new Trends.Point(point.day(), point.value()))
                .toList();
    }

    private static ProblemException unknownMetric() {
        String metrics = Stream.of(TrendMetric.values()).map(TrendMetric::code).collect(Collectors.joining(", "));
        return ProblemException.of(422, "invalid_parameter")
                .text("未知的统计指标，可用的有：" + metrics, "Unknown metric; there are: " + metrics)
                .field("metric", "可用的有：" + metrics, "one of " + metrics)
                .build();
    }

    record Trends(String metric, int days, List<Point> data) {

        record Point(LocalDate date, long value) {}
    }
}
