package io.mapwright.deploy.simulator.limit;

/**
 * How fast a call rate may grow: {@code startPerSecond} calls a second from rest, {@code stepPerSecond} more after every
 * {@code stepSeconds} in which calls came.
 *
 * @param startPerSecond calls a second allowed from rest, at least 1
 * @param stepPerSecond what each step adds, zero or more
 * @param stepSeconds length of a step, at least 1; after two of them without a call the ramp starts again
 */
public record BurstRamp(int startPerSecond, int stepPerSecond, int stepSeconds) {

    public BurstRamp {
        if (startPerSecond < 1 || stepPerSecond < 0 || stepSeconds < 1) {
            throw new IllegalArgumentException("burst needs start_per_second >= 1, step_per_second >= 0,"
                    + " step_seconds >= 1, not " + startPerSecond + ", " + stepPerSecond + ", " + stepSeconds);
        }
    }
}
