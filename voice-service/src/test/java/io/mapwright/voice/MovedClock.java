package io.mapwright.voice;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.InstantSource;

/** Gives the service under test the clock that its tests move. */
@Mock
@Singleton
public final class MovedClock {

    @Produces
    @Singleton
    InstantSource time() {
        return VoiceNeighbours.TIME;
    }
}
