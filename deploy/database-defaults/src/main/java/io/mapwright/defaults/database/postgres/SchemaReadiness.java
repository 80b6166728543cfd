package io.mapwright.defaults.database.postgres;

import io.mapwright.defaults.database.DatabaseConfig;
import io.mapwright.defaults.database.Schema;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the schema is what this version needs, unless the service has work to do without it. */
@Readiness
@Singleton
final class SchemaReadiness implements HealthCheck {

    private final Schema schema;
    private final DatabaseConfig config;

    SchemaReadiness(Schema schema, DatabaseConfig config) {
        this.schema = schema;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database schema")
                .status(schema.isReady() || !config.required())
                .withData("migrated", schema.isReady())
                .build();
    }
}
