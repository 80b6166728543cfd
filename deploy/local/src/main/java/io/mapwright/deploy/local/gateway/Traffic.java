package io.mapwright.deploy.local.gateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is in flight, refuses what would be too much, and knows when nothing is left. Threadsafe. */
final class Traffic {

    /** What the gateway said to a newcomer. */
    enum Admission {
        ADMITTED,
        FULL,
        STOPPING
    }

    private final int limit;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch idle = new CountDownLatch(1);

    Traffic(int limit) {
        this.limit = limit;
    }

    /** Counts one more in if there is room; an admitted one must {@link #leave}. */
    Admission enter() {
        if (stopping.get()) {
            return Admission.STOPPING;
        }
        if (inFlight.incrementAndGet() > limit) {
            leave();
            return Admission.FULL;
        }
        return Admission.ADMITTED;
    }

    void leave() {
        if (inFlight.decrementAndGet() == 0 && stopping.get()) {
            idle.countDown();
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Admits nobody any more and waits until all have left, at most so long. */
    boolean drain(long millis) throws InterruptedException {
        stopping.set(true);
        if (inFlight.get() == 0) {
            return true;
        }
        return idle.await(millis, TimeUnit.MILLISECONDS);
    }
}
