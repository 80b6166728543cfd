package io.mapwright.feedback.database;

import io.mapwright.defaults.database.Schema;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;

/** Keeps timed work from running before its tables exist. */
@Singleton
public final class SchemaMissing implements Scheduled.SkipPredicate {

    private final Schema schema;

    SchemaMissing(Schema schema) {
        this.schema = schema;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !schema.isReady();
    }
}
