package io.mapwright.llmgateway;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What the features do not make up themselves: time, chance and names. */
final class Surroundings {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    @DefaultBean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
