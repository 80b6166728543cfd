package io.mapwright.deploy.load.quota;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The yardstick: one scheduler that sees every caller the moment they come and hears of every end the moment it happens. It
 * serves by the same rules as the product (interactive first, floors for the others, organizations in turn, first come first
 * served inside one), spreads calls evenly and loses no time. A run's callers are played to it afterwards.
 */
final class CentralScheduler {

    private static final long MINUTE = 60_000_000;

    private final Limits limits;
    private final long spacing;
    private final Map<Urgency, ClassLine> lines = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Double> credits = new EnumMap<>(Urgency.class);
    private final Deque<Long> window = new ArrayDeque<>();
    private final PriorityQueue<Long> ends = new PriorityQueue<>();
    private long nextTurn;

    CentralScheduler(Limits limits) {
        this.limits = limits;
        this.spacing = limits.perMinute() == 0 ? 0 : Math.ceilDiv(MINUTE, limits.perMinute());
        for (Urgency urgency : Urgency.values()) {
            lines.put(urgency, new ClassLine());
            credits.put(urgency, 0.0);
        }
    }

    /** A caller who was served, and after how many microseconds. */
    record Served(Arrival arrival, long waited) {}

    /**
     * Serves callers.
     *
     * @param arrivals in the order in which they came
     * @param durations how long the call of each takes, in microseconds, by its number
     * @return who was served in time; the others' patience ended before
     */
    List<Served> serve(List<Arrival> arrivals, long[] durations) {
        List<Served> served = new ArrayList<>();
        int next = 0;
        long now = 0;
        while (next < arrivals.size() || somebodyWaits()) {
            long turn = somebodyWaits() ? Math.max(now, possibleFrom()) : Long.MAX_VALUE;
            if (next < arrivals.size() && arrivals.get(next).micros() <= turn) {
                Arrival arrival = arrivals.get(next++);
                now = Math.max(now, arrival.micros());
                lines.get(arrival.urgency()).join(arrival);
                continue;
            }
            now = turn;
            Optional<Arrival> chosen = choose(now);
            if (chosen.isPresent()) {
                Arrival arrival = chosen.get();
                served.add(new Served(arrival, now - arrival.micros()));
                take(now, durations[arrival.number()]);
            }
        }
        return served;
    }

    private boolean somebodyWaits() {
        return lines.values().stream().anyMatch(line -> !line.isEmpty());
    }

    /** The earliest moment at which all limits have room for one more call. */
    private long possibleFrom() {
        long from = nextTurn;
        if (limits.perMinute() > 0 && window.size() >= limits.perMinute()) {
            from = Math.max(from, window.peekFirst() + MINUTE);
        }
        if (limits.inFlight() > 0) {
            while (!ends.isEmpty() && ends.peek() <= from) {
                ends.remove();
            }
            if (ends.size() >= limits.inFlight()) {
                from = Math.max(from, ends.peek());
            }
        }
        return from;
    }

    private void take(long now, long duration) {
        nextTurn = now + spacing;
        window.addLast(now);
        while (window.size() > Math.max(1, limits.perMinute())) {
            window.removeFirst();
        }
        ends.removeIf(end -> end <= now);
        ends.add(now + duration);
    }

    /** A class that has earned a turn by its floor, the least urgent first, else the most urgent one that waits. */
    private Optional<Arrival> choose(long now) {
        lines.values().forEach(line -> line.dismissTheImpatient(now));
        List<Urgency> waiting = lines.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        for (Urgency urgency : waiting) {
            credits.merge(urgency, urgency.floor(), Double::sum);
        }
        Urgency chosen = waiting.reversed().stream()
                .filter(urgency -> credits.get(urgency) >= 1)
                .findFirst()
                .orElse(waiting.getFirst());
        credits.computeIfPresent(chosen, (urgency, credit) -> Math.max(0, credit - 1));
        return Optional.of(lines.get(chosen).first());
    }

    /** The callers of one class: organizations in turn, each first come first served. */
    private static final class ClassLine {

        private final Map<String, Deque<Arrival>> byOrganization = new LinkedHashMap<>();
        private final Map<String, Long> tags = new HashMap<>();
        private long virtualTime;
        private int size;

        void join(Arrival arrival) {
            Deque<Arrival> own = byOrganization.computeIfAbsent(arrival.organization(), name -> new ArrayDeque<>());
            if (own.isEmpty()) {
                tags.merge(arrival.organization(), virtualTime, Math::max);
            }
            own.add(arrival);
            size++;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void dismissTheImpatient(long now) {
            for (Deque<Arrival> own : byOrganization.values()) {
                while (!own.isEmpty() && own.peekFirst().deadline() < now) {
                    own.removeFirst();
                    size--;
                }
            }
        }

        /** Whose organization has had the least so far; of several, who came first. */
        Arrival first() {
            Deque<Arrival> best = byOrganization.values().stream()
                    .filter(own -> !own.isEmpty())
                    .min(Comparator.<Deque<Arrival>>comparingLong(
                                    own -> tags.get(own.peekFirst().organization()))
                            .thenComparingLong(own -> own.peekFirst().micros()))
                    .orElseThrow();
            Arrival arrival = best.removeFirst();
            size--;
            virtualTime = tags.get(arrival.organization());
            tags.put(arrival.organization(), virtualTime + 1);
            return arrival;
        }
    }
}
