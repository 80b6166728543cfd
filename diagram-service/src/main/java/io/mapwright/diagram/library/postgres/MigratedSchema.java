package io.mapwright.diagram.library.postgres;

import io.mapwright.diagram.library.LibraryConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Migrates as soon as PostgreSQL can be reached. The service does not wait for it: diagrams are drawn without a
 * database. Replicas that start together take turns by Flyway's lock.
 */
@Singleton
final class MigratedSchema {

    private static final Logger LOG = Logger.getLogger(MigratedSchema.class);

    private final Flyway flyway;
    private final Vertx vertx;
    private final LibraryConfig config;
    private volatile boolean ready;

    MigratedSchema(Flyway flyway, Vertx vertx, LibraryConfig config) {
        this.flyway = flyway;
        this.vertx = vertx;
        this.config = config;
    }

    boolean isReady() {
        return ready;
    }

    void start(@Observes StartupEvent started) {
        migrate();
    }

    private void migrate() {
        vertx.executeBlocking(flyway::migrate, false)
                .onSuccess(result -> {
                    ready = true;
                    LOG.infof("schema migrated, migrations=%d", result.migrationsExecuted);
                })
                .onFailure(failure -> {
                    LOG.warnf("schema not migrated yet, failure=%s", firstLine(failure));
                    vertx.setTimer(config.migrationRetry().toMillis(), timer -> migrate());
                });
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }
}
