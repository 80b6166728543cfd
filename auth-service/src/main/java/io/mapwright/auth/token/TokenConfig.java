package io.mapwright.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.Map;

/** Settings under {@code auth.token}: what is in access tokens, and which services may ask for one. */
@ConfigMapping(prefix = "auth.token")
public interface TokenConfig {

    /** The {@code iss} claim; the verifiers of all services expect the same. */
    @WithDefault("mapwright-auth")
    String issuer();

    /** The {@code aud} claim; the verifiers of all services expect the same. */
    @WithDefault("mapwright")
    String audience();

    /** Lifetime of an access token. It can't be taken back, so it is also how long a lost one does harm. */
    @WithDefault("15m")
    Duration lifetime();

    /** Service name to secret, at least 32 characters each: who may fetch a token of its own. Empty: nobody. */
    Map<String, String> services();
}
