package io.mapwright.deploy.local.state;

import java.util.List;

/**
 * A stack as last seen by its supervisor.
 *
 * @param supervisor the process that keeps it running
 * @param options what it was started with, in words
 * @param portOffset what was added to every port
 * @param complete whether everything has been ready once
 * @param processes in the order in which they start
 */
public record StackState(
        ProcessMark supervisor, String options, int portOffset, boolean complete, List<ProcessState> processes) {

    public StackState {
        processes = List.copyOf(processes);
    }
}
