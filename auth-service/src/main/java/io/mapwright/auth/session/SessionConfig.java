package io.mapwright.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code auth.session}. */
@ConfigMapping(prefix = "auth.session")
public interface SessionConfig {

    /** How long a refresh token may wait to be used. */
    @WithDefault("7d")
    Duration refreshLifetime();

    /** How long after its first use a refresh token may be used again by a parallel request. */
    @WithDefault("20s")
    Duration reuseGrace();

    /** Sessions of one account at the same time, at least 1; the next login ends the oldest. */
    @WithDefault("5")
    int perAccount();

    /** How long ended sessions and used tokens are kept, so that a late reuse is still recognised. */
    @WithDefault("7d")
    Duration keepEnded();
}
