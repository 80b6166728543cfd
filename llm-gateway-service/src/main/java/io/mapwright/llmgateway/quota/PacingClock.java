package io.mapwright.llmgateway.quota;

/**
 * Spreads events evenly: the generic cell rate algorithm. Between two moments at most a burst and what the rate allows may
 * happen. Times are microseconds.
 */
public final class PacingClock {

    private double next; // when the next event is due if the rate is used evenly

    /**
     * The earliest moment for an event.
     *
     * @param ahead how far the clock may run ahead of time: the burst
     */
    public double earliest(double now, double ahead) {
        return Math.max(now, next - ahead);
    }

    /** An event that takes this much of the rate happens at a moment. */
    public void take(double at, double spacing) {
        next = Math.max(next, at) + spacing;
    }

    /** Turns the clock back by what was taken too much, or forward by what was taken too little. */
    public void correct(double difference) {
        next += difference;
    }

    /** Gives up what an idle time has saved. */
    public void forfeit(double until, double ahead) {
        next = Math.max(next, until + ahead);
    }
}
