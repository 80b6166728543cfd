package io.mapwright.diagram.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code diagram.library}. */
@ConfigMapping(prefix = "diagram.library")
public interface LibraryConfig {

    /** Limit for one statement, waiting for a connection included; then the answer is 503. */
    @WithDefault("2s")
    Duration statementLimit();
}
