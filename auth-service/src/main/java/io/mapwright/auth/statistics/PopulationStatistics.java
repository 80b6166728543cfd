package io.mapwright.auth.statistics;

import io.mapwright.auth.organization.OrganizationScope;
import io.smallrye.mutiny.Uni;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** How many people and organizations there are. */
public interface PopulationStatistics {

    /** Numbers of now; {@code recentSince} decides whose registration is recent. */
    Uni<Population> population(OrganizationScope scope, Instant recentSince);

    /** People registered on each calendar day of {@code zone} since {@code start}; days without any are missing. */
    Uni<Map<LocalDate, Long>> registrations(OrganizationScope scope, Instant start, ZoneId zone);

    /** Organizations made on each calendar day of {@code zone} since {@code start}; days without any are missing. */
    Uni<Map<LocalDate, Long>> foundations(OrganizationScope scope, Instant start, ZoneId zone);

    /**
     * Numbers of now.
     *
     * @param recentRegistrations of {@code users}, those who came lately
     * @param usersByOrganization by the organization's name; those without one are not in it
     */
    record Population(
            long users, long organizations, long recentRegistrations, Map<String, Long> usersByOrganization) {}
}
