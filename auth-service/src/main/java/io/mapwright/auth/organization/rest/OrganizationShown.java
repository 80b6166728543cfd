package io.mapwright.auth.organization.rest;

import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationEntry;

import java.time.Instant;
import java.util.Optional;

record OrganizationShown(
        long id,
        String code,
        String name,
        String invitationCode,
        boolean listed,
        boolean locked,
        Optional<Instant> expiresAt,
        Instant createdAt,
        long userCount) {

    static OrganizationShown of(OrganizationEntry entry) {
        Organization organization = entry.organization();
        return new OrganizationShown(
                organization.id().value(),
                organization.code(),
                organization.name(),
                organization.invitationCode().value(),
                organization.listed(),
                organization.locked(),
                organization.expiresAt(),
                organization.createdAt(),
                entry.members());
    }
}
