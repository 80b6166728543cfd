package io.mapwright.auth.storage.postgres;

import io.mapwright.auth.storage.SchemaReady;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date: at start, or as soon as PostgreSQL is there. The service starts without it and is ready
 * once it is done. Flyway's own lock lets replicas start together.
 */
@ApplicationScoped
class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    private final Flyway flyway;
    private final Event<SchemaReady> ready;
    private volatile boolean upToDate;

    Schema(Flyway flyway, Event<SchemaReady> ready) {
        this.flyway = flyway;
        this.ready = ready;
    }

    void migrateAtStart(@Observes StartupEvent starting) {
        migrate();
    }

    @Scheduled(
            every = "${auth.storage.migration-retry:2s}",
            delayed = "${auth.storage.migration-retry:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Done.class)
    void migrateUntilDone() {
        migrate();
    }

    boolean isUpToDate() {
        return upToDate;
    }

    private synchronized void migrate() {
        if (upToDate) {
            return;
        }
        try {
            flyway.migrate();
            ready.fire(new SchemaReady());
            upToDate = true;
        } catch (RuntimeException unreachable) {
            // Whatever Flyway met: without the schema there is nothing to do but to try again.
            LOG.warnf("the schema could not be brought up to date yet: %s", unreachable.getMessage());
        }
    }

    /** Ends the repetition. */
    @ApplicationScoped
    static class Done implements Scheduled.SkipPredicate {

        private final Schema schema;

        Done(Schema schema) {
            this.schema = schema;
        }

        @Override
        public boolean test(io.quarkus.scheduler.ScheduledExecution execution) {
            return schema.isUpToDate();
        }
    }
}
