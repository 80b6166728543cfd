package io.mapwright.auth.statistics;

import io.mapwright.auth.ledger.CalendarDays;
import io.mapwright.auth.organization.OrganizationScope;
import io.mapwright.auth.statistics.PopulationStatistics.Population;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Shows how something went over the last days. */
@ApplicationScoped
public class TrendService {

    private final UsageStatistics usage;
    private final PopulationStatistics population;
    private final CalendarDays days;

    TrendService(UsageStatistics usage, PopulationStatistics population, CalendarDays days) {
        this.usage = usage;
        this.population = population;
        this.days = days;
    }

    /** The metric over the last {@code count} calendar days, today included. */
    public Uni<Trend> trend(TrendMetric metric, OrganizationScope scope, int count) {
        List<LocalDate> period = days.last(count);
        Instant start = days.startOf(period.getFirst());
        return switch (metric) {
            case TOKENS -> tokens(scope, period);
            case REGISTRATIONS ->
                population.registrations(scope, start, days.zone()).map(counts -> Trend.ofDays(period, counts));
            case USERS -> stock(scope, period, population.registrations(scope, start, days.zone()), Population::users);
            case ORGANIZATIONS ->
                stock(scope, period, population.foundations(scope, start, days.zone()), Population::organizations);
        };
    }

    private Uni<Trend> tokens(OrganizationScope scope, List<LocalDate> period) {
        return usage.tokensByDay(scope, period.getFirst(), period.getLast())
                .map(byDay -> new Trend(period.stream()
                        .map(day -> new Trend.Point(
                                day, byDay.getOrDefault(day, new Tokens(0, 0)).total()))
                        .toList()));
    }

    private Uni<Trend> stock(
            OrganizationScope scope,
            List<LocalDate> period,
            Uni<Map<LocalDate, Long>> additions,
            ToLongFunction<Population> stock) {
        Instant start = days.startOf(period.getFirst());
        return additions.chain(added ->
                population.population(scope, start).map(now -> Trend.ofStock(period, stock.applyAsLong(now), added)));
    }
}
