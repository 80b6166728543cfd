package io.mapwright.feedback;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
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
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return ThreadLocalRandom.current().nextLong();
            }
        };
    }
}
