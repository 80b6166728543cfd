package io.mapwright.deploy.simulator.limit;

import java.util.Arrays;

/**
 * The exact sum of what happened in the last {@code span}: an amount noted at {@code t} counts from {@code t} up to, not
 * including, {@code t + span}.
 *
 * <p>Not thread-safe. Times are nanoseconds of one monotonic clock and never go back between calls.
 */
public final class RollingWindow {

    private final long spanNanos;
    private long[] times = new long[64];
    private long[] amounts = new long[64];
    private long head; // sequence number of the oldest entry kept
    private long tail; // sequence number of the next entry
    private long sum;

    /** @param spanNanos length of the window in nanoseconds, at least 1 */
    public RollingWindow(long spanNanos) {
        if (spanNanos < 1) {
            throw new IllegalArgumentException("a window spans at least 1 ns, not " + spanNanos);
        }
        this.spanNanos = spanNanos;
    }

    /** Notes an amount and answers its sequence number, with which it can be {@linkplain #amend amended}. */
    public long add(long now, long amount) {
        expire(now);
        if (tail - head == times.length) {
            grow();
        }
        int slot = (int) (tail % times.length);
        times[slot] = now;
        amounts[slot] = amount;
        sum += amount;
        return tail++;
    }

    /** Replaces an amount noted earlier; without effect once that has left the window. */
    public void amend(long now, long sequence, long amount) {
        expire(now);
        if (sequence >= head && sequence < tail) {
            int slot = (int) (sequence % times.length);
            sum += amount - amounts[slot];
            amounts[slot] = amount;
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
            left -= amounts[(int) (sequence % times.length)];
        }
        return head == tail || sum <= target ? 0 : wait(now, tail - 1);
    }

    /** Nanoseconds until nothing noted so far counts any more. */
    public long nanosUntilEmpty(long now) {
        expire(now);
        return head == tail ? 0 : wait(now, tail - 1);
    }

    private long wait(long now, long sequence) {
        return times[(int) (sequence % times.length)] + spanNanos - now;
    }

    private void expire(long now) {
        while (head < tail) {
            int slot = (int) (head % times.length);
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
            int from = (int) (sequence % times.length);
            int to = (int) (sequence % biggerTimes.length);
            biggerTimes[to] = times[from];
            biggerAmounts[to] = amounts[from];
        }
        times = biggerTimes;
        amounts = biggerAmounts;
    }
}
