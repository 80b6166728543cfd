package io.mapwright.defaults.production;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.OptionalInt;

/** Settings under {@code mapwright.database}: this service's share of the database server. */
@ConfigMapping(prefix = "mapwright.database")
public interface DatabaseConfig {

    /** The largest number of replicas of this service that run at once. */
    @WithDefault("1")
    int replicas();

    /**
     * Connections that all replicas of this service may open together. The shares of all services and a reserve for
     * people and migrations fit the server's {@code max_connections}. Needed by a service with a database.
     */
    OptionalInt connections();
}
