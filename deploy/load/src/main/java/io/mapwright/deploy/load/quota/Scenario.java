package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.util.Optional;

/**
 * One run.
 *
 * @param limits what the provider allows and the gateways know
 * @param overload callers as a multiple of what the limits allow
 * @param duration how long they come
 * @param organizations how many they belong to
 * @param killEvery how often a gateway is killed
 * @param outage when Redis is away
 * @param halving when the provider halves its limits without telling anybody
 */
record Scenario(
        Limits limits,
        double overload,
        Duration duration,
        int organizations,
        Optional<Duration> killEvery,
        Optional<Span> outage,
        Optional<Span> halving) {

    /** A time within the run, counted from its start. */
    record Span(Duration from, Duration to) {

        Span {
            if (from.isNegative() || to.compareTo(from) <= 0) {
                throw new IllegalArgumentException("a span ends after it begins, not " + from + " to " + to);
            }
        }
    }

    /** Callers per second. */
    double perSecond() {
        return overload * limits.perMinute() / 60.0;
    }

    /** Whether anything but too many callers happens. */
    boolean isDisturbed() {
        return killEvery.isPresent() || outage.isPresent() || halving.isPresent();
    }
}
