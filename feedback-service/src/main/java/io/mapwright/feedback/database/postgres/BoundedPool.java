package io.mapwright.feedback.database.postgres;

import io.mapwright.feedback.database.DatabaseConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds the one pool of this service with every wait bounded; Quarkus has no settings for these. */
@Singleton
final class BoundedPool implements PgPoolCreator {

    /** Longer than any statement and than the pool keeps an idle connection: the server is gone without a word. */
    private static final int SILENCE_SECONDS = 30;

    private final DatabaseConfig config;

    BoundedPool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList()
                .forEach(connect -> connect.setConnectTimeout(millis(config.connectLimit()))
                        .addProperty("statement_timeout", Integer.toString(millis(config.statementLimit())))
                        .addProperty("application_name", "feedback-service"));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(millis(config.acquisitionLimit()))
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxWaitQueueSize(config.longestQueue()))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
