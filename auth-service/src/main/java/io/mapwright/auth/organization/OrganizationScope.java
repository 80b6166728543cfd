package io.mapwright.auth.organization;

import java.util.Optional;

/** Which organizations an administrator looks after. */
public sealed interface OrganizationScope {

    /** All of them, and the people and keys that belong to none. */
    record Everything() implements OrganizationScope {}

    /** One, and nothing outside of it. */
    record Only(OrganizationId id) implements OrganizationScope {}

    /** The one organization that may be seen; empty when all may. */
    default Optional<OrganizationId> limit() {
        return switch (this) {
            case Everything everything -> Optional.empty();
            case Only only -> Optional.of(only.id());
        };
    }

    /** Whether something of this organization may be seen; {@code organization} is empty for what belongs to none. */
    default boolean covers(Optional<OrganizationId> organization) {
        return switch (this) {
            case Everything everything -> true;
            case Only only -> organization.filter(only.id()::equals).isPresent();
        };
    }
}
