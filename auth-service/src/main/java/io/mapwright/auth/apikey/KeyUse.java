package io.mapwright.auth.apikey;

import io.mapwright.auth.organization.Organization;
import io.mapwright.auth.organization.OrganizationId;

import java.util.Optional;

/** What using an API key once came to. */
public sealed interface KeyUse {

    /**
     * Good; the use is counted.
     *
     * @param organization empty for a key that belongs to none
     */
    record Counted(ApiKeyId id, Optional<OrganizationId> organization) implements KeyUse {}

    /** The key is no good; nothing was counted. */
    record Refused(Reason reason) implements KeyUse {}

    /** The key's quota is used up; nothing was counted. */
    record QuotaExhausted() implements KeyUse {}

    /** The key's organization lets nobody in now; nothing was counted. */
    record ShutOut(Organization.Membership why) implements KeyUse {}

    /** Why a key is no good. */
    enum Reason {
        /** There is no such key. */
        UNKNOWN,
        /** An administrator switched it off. */
        SWITCHED_OFF,
        /** Its time is over. */
        EXPIRED
    }
}
