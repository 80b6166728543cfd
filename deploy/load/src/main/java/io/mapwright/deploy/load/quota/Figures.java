package io.mapwright.deploy.load.quota;

import java.util.Arrays;
import java.util.Collection;

/** Arithmetic on measured numbers. */
final class Figures {

    private Figures() {}

    /** The smallest of the numbers that at least this share of them does not exceed; 0 when there are none. */
    static long percentile(Collection<Long> numbers, double share) {
        if (numbers.isEmpty()) {
            return 0;
        }
        long[] sorted = numbers.stream().mapToLong(Long::longValue).sorted().toArray();
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }

    /** The most events in any period of this length, from its first moment (inclusive) to its end (exclusive). */
    static int worst(Collection<Long> moments, long period) {
        long[] sorted = moments.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        int worst = 0;
        for (int last = 0, first = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= period) {
                first++;
            }
            worst = Math.max(worst, last - first + 1);
        }
        return worst;
    }

    /** How many moments lie between two, the first included. */
    static long between(Collection<Long> moments, long from, long to) {
        return moments.stream().filter(moment -> moment >= from && moment < to).count();
    }

    /** A share as a percentage. */
    static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }
}
