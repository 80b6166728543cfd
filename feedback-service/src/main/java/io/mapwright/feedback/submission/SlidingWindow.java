package io.mapwright.feedback.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The submissions of one sender that still count. Not thread-safe. */
final class SlidingWindow {

    private final int limit;
    private final Duration length;
    private final Deque<Instant> counted = new ArrayDeque<>(); // oldest first, never more than limit

    SlidingWindow(int limit, Duration length) {
        if (limit < 1) {
            throw new IllegalArgumentException("a window admits at least one submission, not " + limit);
        }
        this.limit = limit;
        this.length = length;
    }

    /** Counts one at {@code now}, or says how long the window stays full. */
    Allowance take(Instant now, String slot) {
        forgetBefore(now.minus(length));
        if (counted.size() < limit) {
            counted.addLast(now);
            return new Allowance.Granted(slot);
        }
        return new Allowance.Denied(Duration.between(now, counted.getFirst().plus(length)));
    }

    /** Undoes the newest count. */
    void giveBack() {
        counted.pollLast();
    }

    private void forgetBefore(Instant start) {
        while (!counted.isEmpty() && !counted.getFirst().isAfter(start)) {
            counted.removeFirst();
        }
    }
}
