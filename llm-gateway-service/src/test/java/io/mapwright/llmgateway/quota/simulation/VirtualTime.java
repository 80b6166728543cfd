package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Timeline;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Time that passes only from one event to the next. Microseconds. */
final class VirtualTime {

    private record Event(long at, long order, Runnable task) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now = 1_000_000_000L;
    private long order;

    long now() {
        return now;
    }

    void after(long delay, Runnable task) {
        events.add(new Event(now + Math.max(0, delay), order++, task));
    }

    void run(long duration) {
        long end = now + duration;
        while (!events.isEmpty() && events.peek().at() <= end) {
            var event = events.remove();
            now = event.at();
            event.task().run();
        }
        now = end;
    }

    /**
     * The timeline of one process.
     *
     * @param alive a dead process does nothing more
     * @param offset of its stopwatch
     */
    Timeline timeline(BooleanSupplier alive, long offset) {
        return new Timeline() {
            @Override
            public long micros() {
                return now + offset;
            }

            @Override
            public Runnable schedule(long delayMicros, Runnable task) {
                boolean[] cancelled = new boolean[1];
                after(delayMicros, () -> {
                    if (!cancelled[0] && alive.getAsBoolean()) {
                        task.run();
                    }
                });
                return () -> cancelled[0] = true;
            }

            @Override
            public void execute(Runnable task) {
                schedule(0, task);
            }

            @Override
            public Executor caller() {
                return this;
            }
        };
    }
}
