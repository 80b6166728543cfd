package io.mapwright.defaults.identity.client;

import io.mapwright.defaults.identity.IdentityConfig;
import io.mapwright.defaults.identity.KeySet;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Fetches the key set for a service that has none of its own, and nothing for one that has. */
@Singleton
final class FetchedKeys {

    @Produces
    @Singleton
    @DefaultBean
    KeySet keySet(IdentityConfig config, Vertx vertx) {
        return new FetchedKeySet(config, vertx);
    }

    void start(@Observes StartupEvent starting, KeySet inForce) {
        if (inForce instanceof FetchedKeySet fetched) {
            fetched.start();
        }
    }
}
