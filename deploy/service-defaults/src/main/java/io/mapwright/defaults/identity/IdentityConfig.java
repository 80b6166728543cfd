package io.mapwright.defaults.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code mapwright.identity}: whose tokens are believed. */
@ConfigMapping(prefix = "mapwright.identity")
public interface IdentityConfig {

    /**
     * Where auth-service's public keys are: {@code http(s):} for its JWKS endpoint, {@code file:} for a mounted copy.
     * Needed by every service that has no keys of its own.
     */
    Optional<URI> keySet();

    /** The only accepted {@code iss}. */
    @WithDefault("mapwright-auth")
    String issuer();

    /** The {@code aud} that a token must name. */
    @WithDefault("mapwright")
    String audience();

    /** How far the clocks of issuer and verifier may differ. */
    @WithDefault("5s")
    Duration clockSkew();

    /** How often the key set is read again, so that a rotated key is known before it is used. */
    @WithDefault("5m")
    Duration refreshEvery();

    /** Limit for connecting to the key set's server. */
    @WithDefault("500ms")
    Duration connectTimeout();

    /** Limit for one whole fetch of the key set. */
    @WithDefault("1s")
    Duration fetchTimeout();

    /** A token that names an unknown key causes one early fetch, but not more often than this. */
    @WithDefault("5s")
    Duration unknownKeyCooldown();
}
