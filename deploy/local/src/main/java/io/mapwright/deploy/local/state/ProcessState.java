package io.mapwright.deploy.local.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One process of a stack as last seen by its supervisor.
 *
 * @param name unique within the stack
 * @param phase what it was doing
 * @param since when that began
 * @param mark the running process; empty when none runs
 * @param port the port people ask for
 * @param restarts how often it had to be started again
 * @param log file with what it printed
 * @param stopSignal asks it to end in good order
 * @param tier when it stops, higher ones first
 */
public record ProcessState(
        String name,
        Phase phase,
        Instant since,
        Optional<ProcessMark> mark,
        int port,
        int restarts,
        String log,
        String stopSignal,
        int tier) {

    /** What a process is doing. */
    public enum Phase {
        /** Others must be ready before. */
        WAITING,
        /** It runs and is not ready yet. */
        STARTING,
        READY,
        /** It runs, was ready, and does not answer now. */
        UNREADY,
        /** It died and will be started again in a moment. */
        DOWN,
        STOPPED
    }

    static List<Phase> running() {
        return List.of(Phase.STARTING, Phase.READY, Phase.UNREADY);
    }
}
