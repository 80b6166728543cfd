package io.mapwright.feedback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The one place where this service reads the clock and throws dice. */
final class TimeAndChance {

    private TimeAndChance() {}

    @Produces
    @Singleton
    static InstantSource time() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    static RandomGenerator chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    static Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
