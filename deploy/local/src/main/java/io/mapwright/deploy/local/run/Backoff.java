package io.mapwright.deploy.local.run;

import java.time.Duration;

/** How long to wait before a process is started again: longer each time it dies young. Immutable. */
record Backoff(int deaths) {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** One that lived so long did not die of its start. */
    private static final Duration GROWN_UP = Duration.ofSeconds(30);

    static Backoff none() {
        return new Backoff(0);
    }

    Backoff afterLifeOf(Duration life) {
        return life.compareTo(GROWN_UP) >= 0 ? new Backoff(1) : new Backoff(deaths + 1);
    }

    Duration pause() {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(deaths - 1, 0), 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
