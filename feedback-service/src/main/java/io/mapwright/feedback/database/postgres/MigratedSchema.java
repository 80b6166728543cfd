package io.mapwright.feedback.database.postgres;

import io.mapwright.feedback.database.Schema;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Migrates the schema as soon as PostgreSQL can be reached. A service that starts before its database lives and waits
 * instead of dying and being restarted; several replicas that start together take turns by Flyway's lock.
 */
@ApplicationScoped
class MigratedSchema implements Schema {

    private static final Logger LOG = Logger.getLogger(MigratedSchema.class);

    private final Flyway flyway;
    private volatile boolean ready;

    MigratedSchema(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Scheduled(
            every = "${feedback.database.migration-retry-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void migrate() {
        if (ready) {
            return;
        }
        try {
            flyway.migrate();
            ready = true;
        } catch (FlywayException failure) {
            LOG.warnf("the schema cannot be migrated yet: %s", firstLine(failure));
        }
    }

    private static String firstLine(Throwable failure) {
        return failure.getMessage()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason given");
    }
}
