package io.mapwright.auth.organization;

import io.mapwright.auth.organization.Organization.Membership;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationTest {

    private static final Instant END = Instant.parse("2026-09-01T00:00:00Z");

    @Test
    void letsItsMembersInUntilItExpires() {
        Organization organization = organization(false, Optional.of(END));

        assertThat(organization.membershipAt(END.minusNanos(1))).isEqualTo(Membership.OPEN);
        assertThat(organization.membershipAt(END)).isEqualTo(Membership.EXPIRED);
    }

    @Test
    void neverExpiresWithoutAnEnd() {
        assertThat(organization(false, Optional.empty()).membershipAt(Instant.MAX))
                .isEqualTo(Membership.OPEN);
    }

    @Test
    void saysThatItIsLockedBeforeAnythingElse() {
        assertThat(organization(true, Optional.of(END)).membershipAt(END)).isEqualTo(Membership.LOCKED);
    }

    private static Organization organization(boolean locked, Optional<Instant> expiresAt) {
        return new Organization(
                new OrganizationId(1),
                "SCHOOL",
                "School",
                new InvitationCode("DEMO-A1B2C"),
                true,
                locked,
                expiresAt,
                Instant.EPOCH);
    }
}
