package io.mapwright.deploy.load.quota;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which replicas were killed when. Threadsafe. */
final class Kills {

    /** A connection that was open when its replica died breaks at once, but a busy machine tells late. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(3);

    private final List<Kill> all = new CopyOnWriteArrayList<>();

    /** One of them. */
    record Kill(URI replica, Instant at) {}

    void add(URI replica, Instant at) {
        all.add(new Kill(replica, at));
    }

    int count() {
        return all.size();
    }

    /** Whether a connection to the replica that broke at this moment broke because it was killed. */
    boolean hit(URI replica, Instant brokeAt) {
        return all.stream()
                .anyMatch(kill -> kill.replica().equals(replica)
                        && !brokeAt.isBefore(kill.at().minusMillis(100))
                        && brokeAt.isBefore(kill.at().plus(NOTICED_WITHIN)));
    }
}
