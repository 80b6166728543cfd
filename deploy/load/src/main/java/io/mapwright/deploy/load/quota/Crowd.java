package io.mapwright.deploy.load.quota;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends everybody at their moment, however the earlier ones fare, and waits for all answers. */
final class Crowd {

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int LINES_EVERY = 10;

    private final Gateways gateways;
    private final InstantSource time;
    private final PrintStream out;
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();

    Crowd(Gateways gateways, InstantSource time, PrintStream out) {
        this.gateways = gateways;
        this.time = time;
        this.out = out;
    }

    /**
     * Plays the arrivals.
     *
     * @param began the moment that their times count from
     */
    List<Outcome> play(List<Arrival> arrivals, Instant began) throws InterruptedException {
        Thread door = Thread.ofVirtual().name("door").start(() -> {
            try {
                for (Arrival arrival : arrivals) {
                    Pause.until(began.plusNanos(arrival.micros() * 1000), time);
                    sent.incrementAndGet();
                    Thread.startVirtualThread(() -> outcomes.add(gateways.call(arrival, began)));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        for (int second = 1; door.isAlive() || outcomes.size() < arrivals.size(); second++) {
            Pause.until(began.plus(GLANCE.multipliedBy(second)), time);
            if (second % LINES_EVERY == 0) {
                out.println(line(second));
            }
        }
        return new ArrayList<>(outcomes);
    }

    private String line(int second) {
        Map<Outcome.Fate, Integer> fates = new EnumMap<>(Outcome.Fate.class);
        outcomes.forEach(outcome -> fates.merge(outcome.fate(), 1, Integer::sum));
        return "%4d s  came %d, waiting %d, ended %s"
                .formatted(second, sent.get(), sent.get() - outcomes.size(), fates);
    }
}
