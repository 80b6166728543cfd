package io.mapwright.deploy.simulator.limit;

import java.util.Arrays;

/**
 * The sum of what happened in the last {@code span}: an amount noted at {@code t} counts from {@code t} up to, not
 * including, {@code t + span}. It is exact, unless amounts that follow each other closely are noted as one to save memory.
 *
 * <p>Not thread-safe. Times are nanoseconds of one monotonic clock and never go back between calls.
 */
public final class RollingWindow {

    private final long spanNanos;
    private final long grainNanos;
    private long[] times = new long[64];
    private long[] amounts = new long[64];
    private long head; // sequence number of the oldest entry kept
    private long tail; // sequence number of the next entry
    private long sum;

    /** @param spanNanos length of the window in nanoseconds, at least 1 */
    public RollingWindow(long spanNanos) {
        this(spanNanos, 0);
    }

    /**
     * @param spanNanos length of the window in nanoseconds, at least 1
     * @param grainNanos amounts within so many nanoseconds count as noted at the first of them; zero for exactness
     */
    public RollingWindow(long spanNanos, long grainNanos) {
        if (spanNanos < 1 || grainNanos < 0) {
            throw new IllegalArgumentException(
                    "a window spans at least 1 ns in grains of 0 ns or more, not " + spanNanos + " and " + grainNanos);
        }
        this.spanNanos = spanNanos;
        this.grainNanos = grainNanos;
    }

    /** Notes an amount and answers its sequence number, with which it can be {@linkplain #correct corrected}. */
    public long add(long now, long amount) {
        expire(now);
        if (tail > head && now - times[slot(tail - 1)] < grainNanos) {
            correct(now, tail - 1, amount);
            return tail - 1;
        }
        if (tail - head == times.length) {
            grow();
        }
        int slot = slot(tail);
        times[slot] = now;
        amounts[slot] = amount;
        sum += amount;
        return tail++;
    }

    /** Adds to an amount noted earlier; without effect once that has left the window. */
    public void correct(long now, long sequence, long difference) {
        expire(now);
        if (sequence >= head && sequence < tail) {
            sum += difference;
            amounts[slot(sequence)] += difference;
        }
    }

    /** Sum of the amounts in the window that ends now. */
    public long sum(long now) {
        expire(now);
        return sum;
    }

    /**
     * Nanoseconds until the sum has fallen to {@code target} if nothing is added: 0 when it already has.
     *
     * @param target zero or more
     */
    public long nanosUntil(long now, long target) {
        expire(now);
        long left = sum;
        for (long sequence = head; sequence < tail; sequence++) {
            if (left <= target) {
                return sequence == head ? 0 : wait(now, sequence - 1);
            }
            left -= amounts[slot(sequence)];
        }
        return head == tail || sum <= target ? 0 : wait(now, tail - 1);
    }

    /** Nanoseconds until nothing noted so far counts any more. */
    public long nanosUntilEmpty(long now) {
        expire(now);
        return head == tail ? 0 : wait(now, tail - 1);
    }

    private long wait(long now, long sequence) {
        return times[slot(sequence)] + spanNanos - now;
    }

    private int slot(long sequence) {
        return (int) (sequence % times.length);
    }

    private void expire(long now) {
        while (head < tail) {
            int slot = slot(head);
            if (now - times[slot] < spanNanos) {
                return;
            }
            sum -= amounts[slot];
            head++;
        }
    }

    private void grow() {
        long[] biggerTimes = Arrays.copyOf(times, times.length * 2);
        long[] biggerAmounts = Arrays.copyOf(amounts, biggerTimes.length);
        for (long sequence = head; sequence < tail; sequence++) {
            int from = slot(sequence);
            int to = (int) (sequence % biggerTimes.length);
            biggerTimes[to] = times[from];
            biggerAmounts[to] = amounts[from];
        }
        times = biggerTimes;
        amounts = biggerAmounts;
    }
}
