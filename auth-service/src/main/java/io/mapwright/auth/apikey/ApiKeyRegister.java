package io.mapwright.auth.apikey;

import io.mapwright.auth.audit.Actor;
import io.mapwright.auth.organization.OrganizationScope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.util.function.UnaryOperator;

/** Keeps the API keys, and a record of every change. A failed operation has changed nothing. */
public interface ApiKeyRegister {

    /** Those in {@code scope}, the newest first. */
    Multi<ApiKey> all(OrganizationScope scope);

    /** Adds a key of which only the fingerprint will be kept. */
    Uni<Outcome> add(String fingerprint, ApiKey.Terms terms, Actor actor);

    /**
     * Changes a key in {@code scope}.
     *
     * @param action how the audit trail will call it
     * @param change from the key as it is to the key as it will be
     */
    Uni<Outcome> edit(ApiKeyId id, OrganizationScope scope, String action, UnaryOperator<ApiKey> change, Actor actor);

    /** Removes a key in {@code scope}; its tokens stay good until they expire. */
    Uni<Outcome> remove(ApiKeyId id, OrganizationScope scope, Actor actor);

    /** What came of a change. */
    sealed interface Outcome {

        /** Done; the key as it is now, or was before it was removed. */
        record Done(ApiKey key) implements Outcome {}

        /** There is no such key, or it is out of scope. */
        record Unknown() implements Outcome {}

        /** There is no such organization. */
        record UnknownOrganization() implements Outcome {}
    }
}
