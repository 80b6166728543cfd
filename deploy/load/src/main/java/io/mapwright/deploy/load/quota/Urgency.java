package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.util.Locale;

/** How urgent a caller is, with the caller's patience and the share of the limit that the class keeps while it has work. */
enum Urgency {
    INTERACTIVE(0.2, Duration.ofSeconds(10), 0),
    STANDARD(0.5, Duration.ofSeconds(20), 0.10),
    BACKGROUND(0.3, Duration.ofSeconds(60), 0.05);

    private final double share;
    private final Duration deadline;
    private final double floor;

    Urgency(double share, Duration deadline, double floor) {
        this.share = share;
        this.deadline = deadline;
        this.floor = floor;
    }

    /** How much of the load it is. */
    double share() {
        return share;
    }

    /** Of the whole call, queueing included. */
    Duration deadline() {
        return deadline;
    }

    /** Of the limit, 0..1. */
    double floor() {
        return floor;
    }

    /** The name on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of somebody who drew this number from 0 (inclusive) to 1 (exclusive). */
    static Urgency drawn(double number) {
        double left = number;
        for (Urgency each : values()) {
            left -= each.share;
            if (left < 0) {
                return each;
            }
        }
        return BACKGROUND;
    }
}
