package io.mapwright.deploy.load.quota;

import java.util.Comparator;
import java.util.List;

/**
 * The waits of a run beside those that a {@link CentralScheduler} would have given to the same callers with calls of the same
 * lengths. Microseconds.
 */
record Yardstick(Evidence evidence, List<CentralScheduler.Served> central) {

    /** Least that is told apart: what is below is measured in whole milliseconds. */
    private static final long RESOLUTION = 1_000;

    static Yardstick of(Evidence evidence, Limits limits) {
        List<Arrival> arrivals = evidence.outcomes().stream()
                .map(Outcome::arrival)
                .sorted(Comparator.comparingLong(Arrival::micros).thenComparingInt(Arrival::number))
                .toList();
        return new Yardstick(evidence, new CentralScheduler(limits).serve(arrivals, evidence.durations()));
    }

    /** What the gateways made of it. */
    long real(Urgency urgency, double share) {
        return Figures.percentile(evidence.waits(urgency), share);
    }

    /** What could have been made of it. */
    long ideal(Urgency urgency, double share) {
        return Figures.percentile(
                central.stream()
                        .filter(served -> served.arrival().urgency() == urgency)
                        .map(CentralScheduler.Served::waited)
                        .toList(),
                share);
    }

    /** How many the central scheduler serves in time. */
    long idealServed(Urgency urgency) {
        return central.stream()
                .filter(served -> served.arrival().urgency() == urgency)
                .count();
    }

    /** How much longer the real wait is. */
    double factor(Urgency urgency, double share) {
        return (double) real(urgency, share) / Math.max(RESOLUTION, ideal(urgency, share));
    }
}
