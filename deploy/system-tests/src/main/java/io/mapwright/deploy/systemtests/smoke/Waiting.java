package io.mapwright.deploy.systemtests.smoke;

import io.mapwright.deploy.load.suite.UnexpectedAnswerException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits for what happens by itself, such as a mail or an event. */
final class Waiting {

    private static final Duration GLANCE = Duration.ofMillis(250);

    private Waiting() {}

    /**
     * Asks until nothing is missing any more.
     *
     * @param missing says what is still missing; empty once nothing is
     * @throws UnexpectedAnswerException when something is missing after {@code limit}
     */
    static void until(InstantSource time, Duration limit, Callable<Optional<String>> missing) throws Exception {
        Instant end = time.instant().plus(limit);
        Optional<String> still = missing.call();
        while (still.isPresent()) {
            if (time.instant().isAfter(end)) {
                throw new UnexpectedAnswerException("after " + limit.toSeconds() + " s " + still.get());
            }
            Thread.sleep(GLANCE);
            still = missing.call();
        }
    }
}
