package io.mapwright.llmgateway.quota.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A provider that keeps count. Times are microseconds of its own clock. */
final class SimulatedProvider {

    private long[] times = new long[1024];
    private long[] tokens = new long[1024];
    private int calls;
    private long inFlight;
    private long mostInFlight;
    private long tokenCount;
    private long[] tokenTimes = new long[1024];
    private long allowed = Long.MAX_VALUE;
    private final List<Long> rejections = new ArrayList<>();

    /** From now on it rejects calls beyond so many in a rolling minute. */
    void allow(long requests) {
        allowed = requests;
    }

    /** Whether it takes one more call; notes that it does not. */
    boolean accepts(long now) {
        if (allowed == Long.MAX_VALUE || between(now - 60_000_000, now + 1) < allowed) {
            return true;
        }
        rejections.add(now);
        return false;
    }

    /** When it rejected calls. */
    List<Long> rejections() {
        return rejections;
    }

    void begin(long now) {
        if (calls == times.length) {
            times = Arrays.copyOf(times, calls * 2);
        }
        times[calls++] = now;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
    }

    void end() {
        inFlight--;
    }

    void count(long now, long spent) {
        int index = (int) tokenCount++;
        if (index == tokenTimes.length) {
            tokenTimes = Arrays.copyOf(tokenTimes, index * 2);
            tokens = Arrays.copyOf(tokens, index * 2);
        }
        tokenTimes[index] = now;
        tokens[index] = spent;
    }

    int calls() {
        return calls;
    }

    long inFlight() {
        return inFlight;
    }

    long mostInFlight() {
        return mostInFlight;
    }

    /** The most calls that arrived in any period of this length. */
    int worst(long period) {
        long[] sorted = Arrays.copyOf(times, calls);
        Arrays.sort(sorted);
        int worst = 0;
        for (int last = 0, first = 0; last < calls; last++) {
            while (sorted[last] - sorted[first] >= period) {
                first++;
            }
            worst = Math.max(worst, last - first + 1);
        }
        return worst;
    }

    /** The most tokens counted in any period of this length. Counting happens in the order of time. */
    long worstTokens(long period) {
        long worst = 0;
        long sum = 0;
        for (int last = 0, first = 0; last < tokenCount; last++) {
            sum += tokens[last];
            while (tokenTimes[last] - tokenTimes[first] >= period) {
                sum -= tokens[first++];
            }
            worst = Math.max(worst, sum);
        }
        return worst;
    }

    /** Calls that arrived between two moments. */
    long between(long from, long to) {
        return Arrays.stream(times, 0, calls)
                .filter(time -> time >= from && time < to)
                .count();
    }
}
