package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.StackState;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a stack from outside, by what it wrote down about itself. Only processes whose mark still fits are touched. */
public final class Cleanup {

    private static final Duration SUPERVISOR_GRACE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final PrintStream out;

    public Cleanup(PrintStream out) {
        this.out = out;
    }

    /** Asks the supervisor to stop its stack and ends whatever is left after that; returns when nothing runs any more. */
    public void end(StackState state) throws InterruptedException {
        Optional<ProcessHandle> supervisor = state.supervisor().find();
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            if (!ended(supervisor.get(), SUPERVISOR_GRACE)) {
                out.println("the supervisor does not end and is killed");
                supervisor.get().destroyForcibly();
                ended(supervisor.get(), GRACE);
            }
        }
        endLeftovers(state);
    }

    /** Ends processes whose supervisor has gone. */
    public void endLeftovers(StackState state) throws InterruptedException {
        List<Integer> tiers = state.processes().stream()
                .map(ProcessState::tier)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int tier : tiers) {
            List<ProcessState> alive = state.processes().stream()
                    .filter(process -> process.tier() == tier)
                    .filter(process -> process.mark().flatMap(ProcessMark::find).isPresent())
                    .toList();
            for (ProcessState process : alive) {
                out.println("ending " + process.name() + ", left behind by an earlier run");
                process.mark()
                        .flatMap(ProcessMark::find)
                        .ifPresent(handle -> Launcher.signal(handle, process.stopSignal()));
            }
            for (ProcessState process : alive) {
                Optional<ProcessHandle> handle = process.mark().flatMap(ProcessMark::find);
                if (handle.isPresent() && !ended(handle.get(), GRACE)) {
                    handle.get().destroyForcibly();
                    ended(handle.get(), GRACE);
                }
            }
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return !process.isAlive();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
