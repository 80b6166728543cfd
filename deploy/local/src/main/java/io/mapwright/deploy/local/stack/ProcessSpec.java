package io.mapwright.deploy.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process of the stack.
 *
 * @param name unique within the stack, such as {@code postgres} or {@code auth-service-2}
 * @param launch how it comes to life
 * @param ports every port it will open; the first is the one people ask for
 * @param readiness how to find out that it does its work
 * @param startsAfter names of the processes that must be ready before
 * @param tier when it stops: higher tiers first, equals at the same time
 * @param log file that receives what it prints
 */
public record ProcessSpec(
        String name, Launch launch, List<Integer> ports, Probe readiness, Set<String> startsAfter, int tier, Path log) {

    public ProcessSpec {
        ports = List.copyOf(ports);
        startsAfter = Set.copyOf(startsAfter);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException(name + " opens no port, so nobody could use it");
        }
    }

    /** The port people ask for. */
    public int port() {
        return ports.getFirst();
    }

    /**
     * How a process comes to life.
     *
     * @param command program and arguments
     * @param preparation a command that is run to its end first and prints the real one, one argument a line; empty if
     *     {@code command} is the real one
     * @param environment set in addition to what the stack's own process has
     * @param stopSignal asks it to end in good order
     * @param grace how long that may take before it is killed
     */
    public record Launch(
            List<String> command,
            List<String> preparation,
            Map<String, String> environment,
            String stopSignal,
            Duration grace) {

        public Launch {
            command = List.copyOf(command);
            preparation = List.copyOf(preparation);
            environment = Map.copyOf(environment);
            if (command.isEmpty() == preparation.isEmpty()) {
                throw new IllegalArgumentException("a process has a command or a preparation that prints it");
            }
        }

        /** A program that is started as it is and ends on SIGTERM. */
        static Launch of(List<String> command, Map<String, String> environment, Duration grace) {
            return new Launch(command, List.of(), environment, "TERM", grace);
        }
    }
}
