package io.mapwright.auth.people;

import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationScope;

import java.util.Optional;

/**
 * Whom to show.
 *
 * @param search part of a name or the beginning of a phone number; empty for everybody
 * @param organization only its members; empty for all in scope
 * @param page from 1
 * @param pageSize people on a page, 1 to 100
 */
public record PeopleQuery(
        OrganizationScope scope,
        Optional<String> search,
        Optional<OrganizationId> organization,
        int page,
        int pageSize) {

    public PeopleQuery {
        if (page < 1 || pageSize < 1 || pageSize > 100) {
            throw new IllegalArgumentException("pages count from 1 and hold 1 to 100, not " + page + ", " + pageSize);
        }
    }

    /** How many come before this page. */
    public long offset() {
        return (page - 1L) * pageSize;
    }
}
