package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was done to the suite during a run. Threadsafe. */
final class Diary {

    /** What can be done to it. */
    enum Deed {
        GATEWAY_KILLED,
        REDIS_STOPPED,
        REDIS_BACK,
        LIMIT_HALVED,
        LIMIT_RESTORED
    }

    /**
     * One entry.
     *
     * @param micros since the load began
     */
    record Entry(Deed deed, long micros, String what) {}

    private final Instant began;
    private final InstantSource time;
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Diary(Instant began, InstantSource time) {
        this.began = began;
        this.time = time;
    }

    Instant began() {
        return began;
    }

    void note(Deed deed, String what) {
        long micros = Duration.between(began, time.instant()).toNanos() / 1000;
        entries.add(new Entry(deed, micros, what));
    }

    /** When a deed was done first, in microseconds since the load began. */
    OptionalLong momentOf(Deed deed) {
        return entries.stream()
                .filter(entry -> entry.deed() == deed)
                .mapToLong(Entry::micros)
                .findFirst();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
