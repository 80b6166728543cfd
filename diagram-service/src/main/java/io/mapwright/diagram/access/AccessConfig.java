package io.mapwright.diagram.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.net.URI;
import java.time.Duration;

/** Settings under {@code mapwright.auth}. */
@ConfigMapping(prefix = "mapwright.auth")
public interface AccessConfig {

    /** Where auth-service is, without a path. */
    @WithDefault("http://localhost:18081")
    URI url();

    /** Limit for one exchange of an API key. */
    @WithDefault("2s")
    Duration exchangeTimeout();

    /**
     * How long the token of an API key is used again, 0 to 60 s. auth-service counts a key's uses when it exchanges it:
     * all uses within this time count as one, and a key that is switched off works that much longer.
     */
    @WithDefault("30s")
    Duration exchangeReuse();

    /** How many tokens are kept, at least 1. */
    @WithDefault("10000")
    int exchangesKept();
}
