package io.mapwright.feedback.database.postgres;

import io.mapwright.feedback.database.Schema;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the schema is there. */
@Readiness
@Singleton
final class SchemaReadiness implements HealthCheck {

    private final Schema schema;

    SchemaReadiness(Schema schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(schema.isReady()).build();
    }
}
