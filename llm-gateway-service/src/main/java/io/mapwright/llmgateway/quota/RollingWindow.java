package io.mapwright.llmgateway.quota;

/**
 * How much happened during the last while, in buckets. A bucket leaves when all of it is older than the window, so the sum
 * is never too small: what happened in any period of the window's length is at most what the sum was at its end. Times are
 * microseconds and may be up to one bucket ahead of the last {@linkplain #sum sum}.
 */
public final class RollingWindow {

    private final long length;
    private final long bucket;
    private final long[] amounts;
    private long expired = Long.MIN_VALUE; // index of the last bucket that has left
    private long sum;

    /**
     * @param length of the window
     * @param bucket width of a bucket, at most the length
     */
    public RollingWindow(long length, long bucket) {
        if (bucket < 1 || length < bucket) {
            throw new IllegalArgumentException("want 1 <= bucket <= length but was: " + bucket + " and " + length);
        }
        this.length = length;
        this.bucket = bucket;
        amounts = new long[(int) (length / bucket) + 4];
    }

    /** Counts an amount at a moment; what has already left the window is not counted. Negative amounts take back. */
    public void add(long at, long amount) {
        long index = Math.floorDiv(at, bucket);
        if (index > expired) {
            amounts[slot(index)] += amount;
            sum += amount;
        }
    }

    /** What the window holds at a moment that is not before the last one asked for. */
    public long sum(long now) {
        long outside = Math.floorDiv(now - length, bucket) - 1;
        if (expired == Long.MIN_VALUE) {
            expired = outside;
        }
        long newest = Math.min(outside, expired + amounts.length);
        for (long index = expired + 1; index <= newest; index++) {
            sum -= amounts[slot(index)];
            amounts[slot(index)] = 0;
        }
        expired = Math.max(expired, outside);
        return sum;
    }

    /** Time until the oldest bucket that holds something leaves, one bucket when there is none. */
    public long untilRoom(long now) {
        for (long index = expired + 1; index <= Math.floorDiv(now, bucket); index++) {
            if (amounts[slot(index)] != 0) {
                return (index + 1) * bucket + length - now;
            }
        }
        return bucket;
    }

    private int slot(long index) {
        return Math.floorMod(index, amounts.length);
    }
}
