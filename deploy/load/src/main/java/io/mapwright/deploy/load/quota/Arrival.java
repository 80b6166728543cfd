package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody who comes and wants a call.
 *
 * @param number counted from 0
 * @param micros since the load began
 * @param organization on whose behalf
 */
record Arrival(int number, long micros, Urgency urgency, String organization) {

    private static final double MICROS = 1e6;

    /**
     * People who come independently of each other and of what happens to those before them.
     *
     * @param perSecond how many on average
     * @param organizations how many they belong to, in equal parts
     */
    static List<Arrival> poisson(RandomGenerator random, double perSecond, Duration duration, int organizations) {
        List<Arrival> arrivals = new ArrayList<>();
        double now = 0;
        while (true) {
            now += -Math.log(1 - random.nextDouble()) / perSecond * MICROS;
            if (now >= duration.toMillis() * 1000.0) {
                return arrivals;
            }
            Urgency urgency = Urgency.drawn(random.nextDouble());
            arrivals.add(
                    new Arrival(arrivals.size(), (long) now, urgency, "load-" + (1 + random.nextInt(organizations))));
        }
    }

    /** When its patience ends, in microseconds since the load began. */
    long deadline() {
        return micros + urgency.deadline().toMillis() * 1000;
    }
}
