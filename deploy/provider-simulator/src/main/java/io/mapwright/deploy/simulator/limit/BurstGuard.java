package io.mapwright.deploy.simulator.limit;

import java.util.concurrent.TimeUnit;

/** Follows a {@link BurstRamp}: how many calls the present second may carry. */
final class BurstGuard {

    private boolean moving;
    private long stepStarted;
    private long lastCall;
    private int steps;

    /** Zero when there is no ramp. */
    long allowedPerSecond(long now, BurstRamp ramp) {
        if (ramp == null) {
            return 0;
        }
        long step = TimeUnit.SECONDS.toNanos(ramp.stepSeconds());
        if (moving && now - lastCall >= 2 * step) {
            moving = false;
            steps = 0;
        }
        if (moving && now - stepStarted >= step) {
            steps++;
            stepStarted = now;
        }
        return ramp.startPerSecond() + (long) steps * ramp.stepPerSecond();
    }

    void note(long now, BurstRamp ramp, long callsThisSecond) {
        if (ramp != null && callsThisSecond > 0) {
            if (!moving) {
                moving = true;
                stepStarted = now;
            }
            lastCall = now;
        }
    }
}
