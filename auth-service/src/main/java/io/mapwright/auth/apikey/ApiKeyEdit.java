package io.mapwright.auth.apikey;

import io.mapwright.auth.edit.Edit;

import java.time.Instant;

/** A partial change of an API key. */
public record ApiKeyEdit(
        Edit<String> name,
        Edit<String> description,
        Edit<Long> quotaLimit,
        Edit<Instant> expiresAt,
        Edit<Boolean> active) {

    /** The key after this change. */
    public ApiKey applyTo(ApiKey before) {
        ApiKey.Terms terms = before.terms();
        return new ApiKey(
                before.id(),
                new ApiKey.Terms(
                        name.applyTo(terms.name()),
                        description.clears() ? "" : description.applyTo(terms.description()),
                        quotaLimit.applyTo(terms.quotaLimit()),
                        expiresAt.applyTo(terms.expiresAt()),
                        terms.organization()),
                active.applyTo(before.active()),
                before.usageCount(),
                before.createdAt(),
                before.lastUsedAt());
    }
}
