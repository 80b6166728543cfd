package io.mapwright.diagram.generation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code diagram.generation}. */
@ConfigMapping(prefix = "diagram.generation")
public interface GenerationConfig {

    /** How long a caller waits for a diagram, waiting for capacity included. Positive. */
    @WithDefault("60s")
    Duration deadline();

    /** What must be left of the deadline for a second question to be worth asking. */
    @WithDefault("3s")
    Duration leastForAnotherAttempt();

    /** 0 (always the likeliest word) to 2. */
    @WithDefault("0.3")
    double temperature();

    /** Longest answer in tokens, at least 1. */
    @WithDefault("3000")
    int maxTokens();

    /** How long a streamed request waits for a model before it says so for the first time. */
    @WithDefault("1s")
    Duration waitingAfter();

    /** How often it says so again. */
    @WithDefault("5s")
    Duration waitingEvery();
}
