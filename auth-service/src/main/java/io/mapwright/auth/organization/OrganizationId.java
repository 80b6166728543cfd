package io.mapwright.auth.organization;

import java.util.Optional;

/**
 * Identifies an organization for ever.
 *
 * @param value positive, given by the database
 */
public record OrganizationId(long value) {

    public OrganizationId {
        if (value < 1) {
            throw new IllegalArgumentException("an organization id is positive, not " + value);
        }
    }

    /** The id written as {@code text}; empty when it is none. */
    public static Optional<OrganizationId> parse(String text) {
        try {
            return Optional.of(new OrganizationId(Long.parseLong(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
