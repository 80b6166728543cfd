package io.mapwright.defaults.production;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

import java.util.OptionalInt;

/**
 * All replicas' pools together fit the share of the database server's connections that this service was given: checked
 * at every start, in every profile, because the day it does not hold everything stops at once.
 */
@Singleton
final class PoolBudget {

    private final DatabaseConfig database;
    private final Config config;

    PoolBudget(DatabaseConfig database, Config config) {
        this.database = database;
        this.config = config;
    }

    void check(@Observes @Priority(2) StartupEvent starting) {
        int pools = pool("quarkus.datasource.reactive.max-size", "quarkus.datasource.reactive.url")
                + pool("quarkus.datasource.jdbc.max-size", "quarkus.datasource.jdbc.url");
        check(database.replicas(), pools, database.connections());
    }

    static void check(int replicas, int pools, OptionalInt connections) {
        if (pools == 0) {
            return;
        }
        if (connections.isEmpty()) {
            throw new IllegalStateException("mapwright.database.connections is missing: say how many of the server's"
                    + " connections all replicas of this service may open together");
        }
        if ((long) replicas * pools > connections.getAsInt()) {
            throw new IllegalStateException("the connection pools do not fit: " + replicas
                    + " replicas (mapwright.database.replicas) x " + pools
                    + " connections (quarkus.datasource.reactive.max-size + quarkus.datasource.jdbc.max-size) exceed "
                    + connections.getAsInt() + " (mapwright.database.connections)");
        }
    }

    private int pool(String size, String url) {
        if (config.getOptionalValue(url, String.class).isEmpty()) {
            return 0;
        }
        return config.getOptionalValue(size, Integer.class)
                .orElseThrow(() -> new IllegalStateException(size + " is missing: pools are sized on purpose"));
    }
}
