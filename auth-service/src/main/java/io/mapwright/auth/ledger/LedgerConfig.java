package io.mapwright.auth.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.time.ZoneId;

/** Settings under {@code auth.ledger}. */
@ConfigMapping(prefix = "auth.ledger")
public interface LedgerConfig {

    /**
     * Whose calendar days usage is summed by, an IANA zone name. Days that are recorded keep the zone of their time:
     * change it on an empty ledger, or accept one seam.
     */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** First pause before a batch that could not be written is tried again; it doubles up to {@link #longestRetry()}. */
    @WithDefault("250ms")
    Duration firstRetry();

    /** Longest pause before a batch that could not be written is tried again. It is tried until it succeeds. */
    @WithDefault("10s")
    Duration longestRetry();
}
