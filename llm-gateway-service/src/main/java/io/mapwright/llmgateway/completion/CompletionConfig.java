package io.mapwright.llmgateway.completion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code gateway.completion}. */
@ConfigMapping(prefix = "gateway.completion")
public interface CompletionConfig {

    /** The deadline of a call that names none. */
    @WithDefault("120s")
    Duration defaultDeadline();

    /** The longest deadline that is accepted. */
    @WithDefault("10m")
    Duration longestDeadline();

    /** Calls that are sent for one request at most, all routes together; from 1 up. */
    @WithDefault("3")
    int mostAttempts();

    /** How long a request stands in line for a route while it has another one; zero or more. */
    @WithDefault("2s")
    Duration patienceBeforeFallback();
}
