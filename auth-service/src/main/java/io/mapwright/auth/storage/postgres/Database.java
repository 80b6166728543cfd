package io.mapwright.auth.storage.postgres;

import io.mapwright.auth.storage.StorageConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * PostgreSQL with a limit on every wait. A connection is held for SQL only, and for how long is measured by name in
 * {@code auth_database_connection_hold_seconds}.
 *
 * <p>Work that outlasts the limit fails for its caller; its connection goes back to the pool when PostgreSQL answers or
 * its own statement timeout ends it.
 */
@ApplicationScoped
public class Database {

    private final Pool pool;
    private final MeterRegistry meters;
    private final Duration timeout;

    Database(Pool pool, MeterRegistry meters, StorageConfig config) {
        this.pool = pool;
        this.meters = meters;
        this.timeout = config.sqlTimeout();
    }

    /** Runs one statement on a connection of its own. */
    public Uni<List<Row>> run(Sql sql, Object... arguments) {
        return limited(pool.withConnection(
                connection -> measured(sql.name(), () -> new Statements(connection).run(sql, arguments))));
    }

    /** The rows of one statement, mapped. */
    public <T> Multi<T> rows(Function<Row, T> mapping, Sql sql, Object... arguments) {
        return run(sql, arguments)
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(mapping);
    }

    /** Runs several statements in one transaction: all of them take effect, or none when any step fails. */
    public <T> Uni<T> transaction(String name, Function<Statements, Uni<T>> work) {
        return limited(
                pool.withTransaction(connection -> measured(name, () -> work.apply(new Statements(connection)))));
    }

    private <T> Uni<T> measured(String name, java.util.function.Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample hold = Timer.start(meters);
            return work.get().onTermination().invoke(() -> hold.stop(timer(name)));
        });
    }

    private Timer timer(String name) {
        return Timer.builder("auth.database.connection.hold")
                .description("how long a database connection was held, by statement or transaction")
                .tag("work", name)
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(meters);
    }

    private <T> Uni<T> limited(Uni<T> work) {
        return work.ifNoItem().after(timeout).fail();
    }

    /** Statements that run on one connection. */
    public static final class Statements {

        private final SqlConnection connection;

        private Statements(SqlConnection connection) {
            this.connection = connection;
        }

        /** Runs one statement; its rows, or those of its {@code returning}. */
        public Uni<List<Row>> run(Sql sql, Object... arguments) {
            return connection
                    .preparedQuery(sql.text())
                    .execute(Arguments.tuple(arguments))
                    .map(Arguments::rows);
        }
    }
}
