package io.mapwright.feedback.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings under {@code feedback.moderation}. */
@ConfigMapping(prefix = "feedback.moderation")
public interface ModerationConfig {

    /** Time within which PostgreSQL must have answered, waiting for a connection included; then the answer is 503. */
    @WithDefault("2500ms")
    Duration databaseLimit();
}
