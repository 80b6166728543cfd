package io.mapwright.auth.people.rest;

import io.mapwright.auth.account.Account;
import io.mapwright.auth.organization.Organization;

import java.time.Instant;
import java.util.Optional;

record PersonShown(
        long id,
        String phone,
        String name,
        String role,
        Optional<Long> organizationId,
        Optional<String> organizationCode,
        Optional<String> organizationName,
        Instant createdAt,
        Optional<Instant> lastLogin) {

    static PersonShown of(Account person) {
        return new PersonShown(
                person.id().value(),
                person.phone().masked(),
                person.name().value(),
                person.role().group(),
                person.organization().map(own -> own.id().value()),
                person.organization().map(Organization::code),
                person.organization().map(Organization::name),
                person.createdAt(),
                person.lastLoginAt());
    }
}
