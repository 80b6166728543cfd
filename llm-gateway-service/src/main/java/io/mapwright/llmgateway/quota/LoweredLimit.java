package io.mapwright.llmgateway.quota;

/**
 * What rejections teach about a limit. The count at a rejection is the best measure of the provider's true limit; if
 * rejections go on, the true limit is lower than what is already on its way, so the limit falls quickly until they stop. It
 * rests for a minute and then climbs back, slowly first. Times are microseconds.
 */
public final class LoweredLimit {

    private static final long SECOND = 1_000_000;
    private static final long AGAIN = 10 * SECOND;
    private static final long REST = 60 * SECOND;
    private static final long CLIMB = 100 * SECOND;
    private static final double MEASURED = 0.98;
    private static final double STEP = 0.7;
    private static final double LEAST = 0.02;

    private double lowered = 1;
    private long at;
    private boolean taught;

    /** The share of the configured limit that is in force, above 0 and at most 1. */
    public double share(long now) {
        if (lowered >= 1) {
            return 1;
        }
        double climbed = Math.max(0, now - at - REST) / (double) CLIMB;
        return Math.min(1, lowered + (1 - lowered) * climbed * climbed);
    }

    /**
     * Takes a lesson, at most one a second.
     *
     * @param measured the share of the configured limit that was used when the provider rejected
     */
    public void lower(double measured, long now) {
        if (taught && now - at < SECOND) {
            return;
        }
        double current = share(now);
        double lesson = current; // a first rejection while little is used measures nothing
        if (taught && now - at < AGAIN) {
            lesson = STEP * current;
        } else if (measured >= current / 2) {
            lesson = MEASURED * measured;
        }
        lowered = Math.max(LEAST, Math.min(current, lesson));
        at = now;
        taught = true;
    }
}
