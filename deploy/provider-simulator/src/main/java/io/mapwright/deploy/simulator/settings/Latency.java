package io.mapwright.deploy.simulator.settings;

import java.util.random.RandomGenerator;

/**
 * Time to the first byte of an answer, log-normal as real ones are.
 *
 * @param median half of the answers start within this many milliseconds; zero for at once
 * @param p99 all but one in a hundred start within this many milliseconds; zero, or no more than the median, for no spread
 */
public record Latency(double median, double p99) {

    /** At once. */
    public static final Latency NONE = new Latency(0, 0);

    private static final double Z99 = 2.3263;

    public Latency {
        if (median < 0 || p99 < 0) {
            throw new IllegalArgumentException("first_byte_ms is zero or more, not " + median + " and " + p99);
        }
    }

    /** Milliseconds for one answer. */
    public long sample(RandomGenerator random) {
        if (median == 0) {
            return 0;
        }
        double sigma = p99 > median ? Math.log(p99 / median) / Z99 : 0;
        return Math.round(median * Math.exp(sigma * random.nextGaussian()));
    }
}
