package io.mapwright.diagram.generation;

import java.time.Duration;

/** The settings without their source. */
record PlainGenerationConfig() implements GenerationConfig {

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration leastForAnotherAttempt() {
        return Duration.ofSeconds(3);
    }

    @Override
    public double temperature() {
        return 0.3;
    }

    @Override
    public int maxTokens() {
        return 3000;
    }

    @Override
    public Duration waitingAfter() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration waitingEvery() {
        return Duration.ofMillis(20);
    }
}
