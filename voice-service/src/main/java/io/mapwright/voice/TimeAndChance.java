package io.mapwright.voice;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** The one place where this service reads the clock and makes up ids. */
final class TimeAndChance {

    private TimeAndChance() {}

    @Produces
    @Singleton
    static InstantSource time() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    static Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
