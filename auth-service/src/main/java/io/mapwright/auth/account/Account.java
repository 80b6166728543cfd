package io.mapwright.auth.account;

import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.Organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A person known here.
 *
 * @param organization empty for people who belong to none
 * @param lastLoginAt empty until the first login
 */
public record Account(
        AccountId id,
        PhoneNumber phone,
        PersonName name,
        Role role,
        PasswordHash passwordHash,
        Optional<Organization> organization,
        Instant createdAt,
        Optional<Instant> lastLoginAt)
        implements AccountLookup {

    /** Whether this person's organization lets them in at {@code now}; people without one are always let in. */
    public Organization.Membership membershipAt(Instant now) {
        return organization.map(own -> own.membershipAt(now)).orElse(Organization.Membership.OPEN);
    }
}
