package io.mapwright.deploy.load.quota;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * How well waits were foretold.
 *
 * @param told queued callers who were told how long it would take
 * @param close of these, who waited no more than a quarter longer or shorter
 */
record Forecasts(int told, int close) {

    private static final double TOLERANCE = 0.25;

    /** @param atLeast who waited less was not really queued: it came between two turns */
    static Forecasts of(Collection<Outcome> outcomes, Duration atLeast) {
        int told = 0;
        int close = 0;
        for (Outcome outcome : outcomes) {
            Optional<Duration> forecast = outcome.forecast();
            boolean served = outcome.fate() == Outcome.Fate.GRANTED;
            if (served && forecast.isPresent() && outcome.queued().compareTo(atLeast) > 0) {
                told++;
                close += isClose(forecast.get(), outcome.queued()) ? 1 : 0;
            }
        }
        return new Forecasts(told, close);
    }

    static boolean isClose(Duration forecast, Duration waited) {
        return Math.abs(forecast.toNanos() - waited.toNanos()) <= TOLERANCE * waited.toNanos();
    }

    double percentClose() {
        return Figures.percent(close, told);
    }

    @Override
    public String toString() {
        return told == 0 ? "not told" : String.format(java.util.Locale.ROOT, "%.1f %% of %d", percentClose(), told);
    }
}
