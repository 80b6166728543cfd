package io.mapwright.feedback.notification.postgres;

import io.mapwright.testkit.Database;
import io.mapwright.testkit.EmbeddedServers;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import org.flywaydb.core.Flyway;

import java.util.UUID;

/** The service's tables in a database of a test's own, without the service. */
final class Tables implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    Tables() {
        Database database = EmbeddedServers.lease().freshDatabase("feedback_tables");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load()
                .migrate();
        var connect = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.username())
                .setPassword(database.password());
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(connect)
                .using(vertx.getDelegate())
                .build());
    }

    Pool pool() {
        return pool;
    }

    void empty() {
        execute("truncate feedback cascade");
    }

    UUID feedback() {
        return execute("insert into feedback (message, user_verified) values ('text', false) returning id");
    }

    void event(UUID feedbackId) {
        execute("insert into email_outbox (feedback_id) values ('" + feedbackId + "') returning event_id");
    }

    private UUID execute(String sql) {
        var rows = pool.query(sql).execute().await().indefinitely();
        return rows.size() == 0 ? new UUID(0, 0) : rows.iterator().next().getUUID(0);
    }

    @Override
    public void close() {
        pool.close().await().indefinitely();
        vertx.close().await().indefinitely();
    }
}
