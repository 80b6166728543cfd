package io.mapwright.auth.account;

import io.mapwright.auth.credential.PasswordHash;
import io.mapwright.auth.organization.OrganizationId;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody about to become known here.
 *
 * @param organization empty for people who belong to none
 */
public record NewAccount(
        PhoneNumber phone,
        PersonName name,
        Role role,
        PasswordHash passwordHash,
        Optional<OrganizationId> organization,
        Instant createdAt) {}
