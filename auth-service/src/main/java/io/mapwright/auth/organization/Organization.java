package io.mapwright.auth.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A school or company.
 *
 * @param code short public name, unique, for example {@code DEMO-SCHOOL}
 * @param listed whether it opted in to be shown to everybody
 * @param locked whether an administrator shut its members out
 * @param expiresAt the moment from which its members are shut out; empty means never
 */
public record Organization(
        OrganizationId id,
        String code,
        String name,
        InvitationCode invitationCode,
        boolean listed,
        boolean locked,
        Optional<Instant> expiresAt,
        Instant createdAt)
        implements OrganizationLookup {

    /** Whether its members may come in at {@code now}. */
    public Membership membershipAt(Instant now) {
        if (locked) {
            return Membership.LOCKED;
        }
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent() ? Membership.EXPIRED : Membership.OPEN;
    }

    /** What an organization's state means for its members. */
    public enum Membership {
        /** Members may log in and use their tokens. */
        OPEN,
        /** An administrator shut the organization out. */
        LOCKED,
        /** The organization's time is over. */
        EXPIRED
    }
}
