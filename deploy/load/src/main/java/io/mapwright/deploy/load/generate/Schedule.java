package io.mapwright.deploy.load.generate;

import java.time.Duration;

/**
 * When each request is sent.
 *
 * @param requests how many, at least 1
 * @param over time in which they are sent
 * @param bursts how many equal bursts they come in; 0 spreads them evenly
 */
public record Schedule(int requests, Duration over, int bursts) {

    public Schedule {
        if (requests < 1 || over.isNegative() || bursts < 0) {
            throw new IllegalArgumentException("a schedule has at least one request and no negative parts, not "
                    + requests + "/" + over + "/" + bursts);
        }
    }

    /** How long after the start the request with this number, counted from 0, is sent. */
    Duration offset(int number) {
        if (bursts == 0) {
            return over.multipliedBy(number).dividedBy(requests);
        }
        int burst = (int) ((long) number * bursts / requests);
        return over.multipliedBy(burst).dividedBy(bursts);
    }
}
