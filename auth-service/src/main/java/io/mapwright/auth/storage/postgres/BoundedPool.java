package io.mapwright.auth.storage.postgres;

import io.mapwright.auth.storage.StorageConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Gives the reactive pool the limits that Quarkus has no setting for: queue, wait, connect and statement time. */
@Singleton
class BoundedPool implements PgPoolCreator {

    private final StorageConfig config;

    BoundedPool(StorageConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        PoolOptions pool = input.poolOptions()
                .setConnectionTimeout((int) config.acquireTimeout().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(config.acquireQueue());
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        for (PgConnectOptions server : servers) {
            server.setConnectTimeout((int) config.connectTimeout().toMillis());
            server.setReconnectAttempts(0);
            server.addProperty("application_name", "auth-service");
            server.addProperty(
                    "statement_timeout", Long.toString(config.sqlTimeout().toMillis()));
        }
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }
}
