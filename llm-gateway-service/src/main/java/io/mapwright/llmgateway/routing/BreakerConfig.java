package io.mapwright.llmgateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code gateway.breaker}. */
@ConfigMapping(prefix = "gateway.breaker")
public interface BreakerConfig {

    /** Failures inside the window that open a route's breaker, from 1 up. */
    @WithDefault("5")
    int failures();

    /** The window. */
    @WithDefault("60s")
    Duration window();

    /** How long an open breaker keeps everybody away. */
    @WithDefault("30s")
    Duration open();

    /** Probes that must succeed in a row to close it, from 1 up. */
    @WithDefault("2")
    int probes();

    /** A probe that has not reported after this is given up and another one may go. */
    @WithDefault("30s")
    Duration probeTime();

    /** These settings as the breaker's rule. */
    default Breaker.Rule rule() {
        return new Breaker.Rule(failures(), window(), open(), probes(), probeTime());
    }
}
