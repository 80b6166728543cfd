package io.mapwright.defaults.database.postgres;

import io.mapwright.defaults.database.DatabaseConfig;
import io.mapwright.defaults.database.Schema;
import io.mapwright.defaults.database.SchemaReady;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date: at start, or as soon as PostgreSQL is there. The service starts without it instead of
 * dying and being restarted. Flyway's own lock lets replicas start together.
 */
@ApplicationScoped
class MigratedSchema implements Schema {

    private static final Logger LOG = Logger.getLogger(MigratedSchema.class);

    private final Flyway flyway;
    private final Event<SchemaReady> migrated;
    private final Vertx vertx;
    private final DatabaseConfig config;
    private volatile boolean ready;

    MigratedSchema(Flyway flyway, Event<SchemaReady> migrated, Vertx vertx, DatabaseConfig config) {
        this.flyway = flyway;
        this.migrated = migrated;
        this.vertx = vertx;
        this.config = config;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    void migrate(@Observes StartupEvent starting) {
        migrate();
    }

    private void migrate() {
        try {
            flyway.migrate();
            migrated.fire(new SchemaReady());
            ready = true;
        } catch (RuntimeException unreachable) {
            // Whatever was met: without the schema there is nothing to do but to try again.
            LOG.warnf("the schema could not be brought up to date yet: %s", firstLine(unreachable));
            vertx.setTimer(config.migrationRetry().toMillis(), timer -> tryAgain());
        }
    }

    private void tryAgain() {
        vertx.executeBlocking(
                () -> {
                    migrate();
                    return null;
                },
                false);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }
}
