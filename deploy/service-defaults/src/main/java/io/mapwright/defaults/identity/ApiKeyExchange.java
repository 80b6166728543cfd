package io.mapwright.defaults.identity;

import io.smallrye.mutiny.Uni;

/** Turns an API key into an access token. A service that accepts {@code X-API-Key} provides a bean of this type. */
public interface ApiKeyExchange {

    /**
     * A token of auth-service for {@code apiKey}.
     *
     * @return fails with a 401 problem for a key that is unknown, expired or switched off, with 429 when its quota is
     *     used up, and with 503 when that cannot be told now
     */
    Uni<String> tokenFor(String apiKey);
}
