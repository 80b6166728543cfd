package io.mapwright.defaults.database.postgres;

import io.mapwright.defaults.database.DatabaseConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives the reactive pool the limits that Quarkus has no settings for: queue, wait, connect and statement time.
 *
 * <p>Statements go through {@code withConnection}. The pool's own {@code preparedQuery} fails a statement that has waited
 * too long without taking it out of the queue, and runs it all the same as soon as a connection is free.
 */
@Singleton
final class BoundedPool implements PgPoolCreator {

    private final DatabaseConfig config;
    private final String application;

    BoundedPool(DatabaseConfig config, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.config = config;
        this.application = application;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(server -> {
            server.setConnectTimeout(millis(config.connectLimit())).setReconnectAttempts(0);
            server.addProperty("application_name", application)
                    .addProperty("statement_timeout", Integer.toString(millis(config.statementLimit())));
        });
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(millis(config.acquisitionLimit()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(config.longestQueue()))
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
