package io.mapwright.defaults.identity.rest;

import io.mapwright.defaults.identity.KeySet;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until tokens can be verified; ready ever after, since the last known keys stay in force. */
@Readiness
@Singleton
final class KeySetReadiness implements HealthCheck {

    private final KeySet keys;

    KeySetReadiness(KeySet keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("token keys").status(keys.isLoaded()).build();
    }
}
