package io.mapwright.auth.apikey;

import io.smallrye.mutiny.Uni;

import java.time.Instant;

/** The API keys as their users meet them. Every operation fails when the store is not reachable. */
public interface ApiKeys {

    /**
     * Counts one use of the key with this fingerprint, if it is good: checked and counted in one step, so that racing
     * callers never get more than the quota.
     */
    Uni<KeyUse> use(String fingerprint, Instant now);
}
