package io.mapwright.defaults.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/**
 * Settings under {@code mapwright.database}. The pools' sizes are {@code quarkus.datasource.reactive.max-size} and
 * {@code quarkus.datasource.jdbc.max-size}.
 */
@ConfigMapping(prefix = "mapwright.database")
public interface DatabaseConfig {

    /** The largest number of replicas of this service that run at once, the one more of a roll-out included. */
    @Min(1)
    int replicas();

    /**
     * Connections that all replicas of this service may open together. The shares of all services and a reserve for
     * people and migrations fit the server's {@code max_connections}.
     */
    @Min(1)
    int connections();

    /** Longest wait for PostgreSQL to accept a new connection. */
    @WithDefault("1s")
    Duration connectLimit();

    /** Longest wait for a connection of the reactive pool; whoever waits longer is answered 503. */
    @WithDefault("1500ms")
    Duration acquisitionLimit();

    /** Most callers that may wait for a connection; one more is answered 503 at once. */
    @WithDefault("256")
    @Min(1)
    int longestQueue();

    /** After this time PostgreSQL itself ends a statement of the reactive pool. */
    @WithDefault("2s")
    Duration statementLimit();

    /** Pause between two attempts to migrate the schema while PostgreSQL is away. */
    @WithDefault("1s")
    Duration migrationRetry();

    /** Whether the service is of no use without its schema, and not ready until it has been migrated. */
    @WithDefault("true")
    boolean required();
}
