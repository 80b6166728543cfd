package io.mapwright.feedback.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** Settings under {@code feedback.database}; the pool's size is {@code quarkus.datasource.reactive.max-size}. */
@ConfigMapping(prefix = "feedback.database")
public interface DatabaseConfig {

    /** Longest wait for a connection of the pool; whoever waits longer is answered 503. */
    @WithDefault("1500ms")
    Duration acquisitionLimit();

    /** Most callers that may wait for a connection; one more is refused at once. */
    @WithDefault("200")
    @Min(1)
    int longestQueue();

    /** Longest wait for PostgreSQL to accept a new connection. */
    @WithDefault("1s")
    Duration connectLimit();

    /** After this time PostgreSQL itself ends a statement. */
    @WithDefault("2s")
    Duration statementLimit();

    /** Pause between attempts to migrate the schema while PostgreSQL cannot be reached. */
    @WithDefault("1s")
    Duration migrationRetryEvery();
}
