package io.mapwright.auth.statistics;

import io.mapwright.auth.organization.OrganizationScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.time.LocalDate;
import java.util.Map;

/** The ledger's sums. Answers at the same speed whether there are ten events or ten million. */
public interface UsageStatistics {

    /** Tokens up to and including {@code today}. */
    Uni<TokenPeriods> periods(OrganizationScope scope, LocalDate today);

    /** The people who used most tokens ever, the greediest first, at most {@code count}. */
    Multi<TopUser> topUsers(OrganizationScope scope, int count);

    /** The people who used most tokens on {@code day}, the greediest first, at most {@code count}. */
    Multi<TopUser> topUsersOn(LocalDate day, OrganizationScope scope, int count);

    /** Tokens of each day from {@code first} to {@code last}; days without usage are missing. */
    Uni<Map<LocalDate, Tokens>> tokensByDay(OrganizationScope scope, LocalDate first, LocalDate last);

    /** Tokens ever, by organization name, for those that used any. */
    Uni<Map<String, Tokens>> tokensByOrganization(OrganizationScope scope);
}
