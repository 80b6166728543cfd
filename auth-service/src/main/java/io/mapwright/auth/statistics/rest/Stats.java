package io.mapwright.auth.statistics.rest;

import io.mapwright.auth.statistics.PopulationStatistics.Population;
import io.mapwright.auth.statistics.TokenPeriods;
import io.mapwright.auth.statistics.Tokens;
import io.mapwright.auth.statistics.rest.TokenStats.Used;

import java.util.LinkedHashMap;
import java.util.Map;

record Stats(
        long totalUsers,
        long totalOrganizations,
        long recentRegistrations,
        Map<String, Long> usersByOrg,
        Periods tokenStats,
        Map<String, Used> tokenStatsByOrg) {

    static Stats of(Population people, TokenPeriods tokens, Map<String, Tokens> byName) {
        Map<String, Used> tokensByName = new LinkedHashMap<>();
        byName.forEach((name, used) -> tokensByName.put(name, Used.of(used)));
        return new Stats(
                people.users(),
                people.organizations(),
                people.recentRegistrations(),
                people.usersByOrganization(),
                new Periods(
                        Used.of(tokens.today()),
                        Used.of(tokens.pastWeek()),
                        Used.of(tokens.pastMonth()),
                        Used.of(tokens.total())),
                tokensByName);
    }

    record Periods(Used today, Used pastWeek, Used pastMonth, Used total) {}
}
