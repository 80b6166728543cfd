package io.mapwright.diagram.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code diagram.stream}: server-sent events. */
@ConfigMapping(prefix = "diagram.stream")
public interface StreamConfig {

    /** How often a comment is sent, so that no proxy takes a silent stream for a dead one. Positive. */
    @WithDefault("15s")
    Duration heartbeat();
}
