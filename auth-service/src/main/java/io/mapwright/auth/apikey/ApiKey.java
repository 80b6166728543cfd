package io.mapwright.auth.apikey;

import io.mapwright.auth.organization.OrganizationId;

import java.time.Instant;
import java.util.Optional;

/**
 * An API key as administrators see it; the key itself is nowhere any more.
 *
 * @param terms what it is for and how far it goes
 * @param usageCount how often it was exchanged for a token
 * @param lastUsedAt empty before the first time
 */
public record ApiKey(
        ApiKeyId id, Terms terms, boolean active, long usageCount, Instant createdAt, Optional<Instant> lastUsedAt) {

    /**
     * What a key is for and how far it goes.
     *
     * @param quotaLimit how often it may be used; empty without limit
     * @param expiresAt from when on it is no good; empty for never
     * @param organization whom its use is counted for; empty for nobody
     */
    public record Terms(
            String name,
            String description,
            Optional<Long> quotaLimit,
            Optional<Instant> expiresAt,
            Optional<OrganizationId> organization) {

        public Terms {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an API key has a name");
            }
            quotaLimit.filter(limit -> limit < 1).ifPresent(limit -> {
                throw new IllegalArgumentException("a quota is 1 or more, not " + limit);
            });
        }
    }
}
