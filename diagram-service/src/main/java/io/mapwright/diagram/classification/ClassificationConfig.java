package io.mapwright.diagram.classification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code diagram.classification}. */
@ConfigMapping(prefix = "diagram.classification")
public interface ClassificationConfig {

    /** Logical model at the gateway that classifies; a small and quick one. */
    @WithDefault("qwen-turbo")
    String model();

    /** Longest answer in tokens, at least 1. */
    @WithDefault("100")
    int maxTokens();
}
