package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waiting for a moment. */
final class Pause {

    private Pause() {}

    static void until(Instant moment, InstantSource time) throws InterruptedException {
        Duration left = Duration.between(time.instant(), moment);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
