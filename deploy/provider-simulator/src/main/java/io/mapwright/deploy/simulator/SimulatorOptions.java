package io.mapwright.deploy.simulator;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How a simulator starts.
 *
 * @param host address to listen on
 * @param port TCP port; zero for a free one
 * @param seed of everything left to chance: the same seed and the same calls in the same order give the same answers, ids,
 *     delays and faults
 * @param limits settings to start with: the name of a preset ({@code none}, {@code local}, {@code real}) or a JSON document
 *     by provider
 * @param nanos monotonic time in nanoseconds, by which limits are counted
 * @param wall time of day, for timestamps
 */
public record SimulatorOptions(
        String host, int port, long seed, String limits, LongSupplier nanos, InstantSource wall) {

    public SimulatorOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /** On a free port of the loopback address, without limits and delays. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, 1, "none", System::nanoTime, InstantSource.system());
    }

    public SimulatorOptions withHost(String newHost) {
        return new SimulatorOptions(newHost, port, seed, limits, nanos, wall);
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(host, newPort, seed, limits, nanos, wall);
    }

    public SimulatorOptions withSeed(long newSeed) {
        return new SimulatorOptions(host, port, newSeed, limits, nanos, wall);
    }

    public SimulatorOptions withLimits(String newLimits) {
        return new SimulatorOptions(host, port, seed, newLimits, nanos, wall);
    }

    /** The same with another clock for the limits, which a test moves by hand. */
    public SimulatorOptions withNanos(LongSupplier newNanos) {
        return new SimulatorOptions(host, port, seed, limits, newNanos, wall);
    }
}
