package io.mapwright.defaults.database.postgres;

import io.mapwright.defaults.database.DatabaseConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All replicas' pools together fit the share of the database server's connections that this service was given: checked
 * at every start, in every profile, because the day it does not hold everything stops at once. The pools have no default
 * size: they are sized on purpose.
 */
@Singleton
final class PoolBudget {

    private final DatabaseConfig database;
    private final int pools;

    PoolBudget(
            DatabaseConfig database,
            @ConfigProperty(name = "quarkus.datasource.reactive.max-size") int reactive,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int jdbc) {
        this.database = database;
        this.pools = reactive + jdbc;
    }

    void check(@Observes @Priority(2) StartupEvent starting) {
        check(database.replicas(), pools, database.connections());
    }

    static void check(int replicas, int pools, int connections) {
        if ((long) replicas * pools > connections) {
            throw new IllegalStateException("the connection pools do not fit: " + replicas
                    + " replicas (mapwright.database.replicas) x " + pools
                    + " connections (quarkus.datasource.reactive.max-size + quarkus.datasource.jdbc.max-size) exceed "
                    + connections + " (mapwright.database.connections)");
        }
    }
}
