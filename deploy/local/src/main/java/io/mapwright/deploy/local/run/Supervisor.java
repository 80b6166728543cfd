package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.ProcessSpec;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a whole stack from start to end and writes down its state whenever it changes. */
public final class Supervisor {

    /** A process that dies so often before it was ever ready will not get well by itself. */
    private static final int HOPELESS = 3;

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration REMINDER = Duration.ofSeconds(10);
    private static final int SHOWN_LINES = 25;

    private final List<Supervised> all;
    private final Map<String, Supervised> byName;
    private final StateFile stateFile;
    private final Progress progress;
    private final InstantSource time;
    private final Title title;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean complete;
    private Optional<StackState> written = Optional.empty();

    /**
     * What a supervisor is told about its stack besides the processes.
     *
     * @param options what it was started with, in words
     * @param portOffset what was added to every port
     * @param patience how long everything may take to become ready for the first time
     */
    public record Title(String options, int portOffset, Duration patience) {}

    /**
     * A supervisor that reports to the standard output.
     *
     * @param processes in the order in which they are shown
     * @param environment what each finds in its environment besides its own settings
     * @param held folder in which a file with a process's name keeps it from being started (again)
     */
    public Supervisor(
            List<ProcessSpec> processes, Map<String, String> environment, Path held, StateFile stateFile, Title title) {
        this(processes, new Launcher(environment, held), new Probing(), stateFile, title, System.out);
    }

    Supervisor(
            List<ProcessSpec> processes,
            Launcher launcher,
            Readiness readiness,
            StateFile stateFile,
            Title title,
            PrintStream out) {
        this.time = InstantSource.system();
        this.progress = new Progress(out, time);
        this.stateFile = stateFile;
        this.title = title;
        this.all = processes.stream()
                .map(spec -> new Supervised(spec, launcher, readiness, progress, time))
                .toList();
        this.byName = all.stream().collect(Collectors.toMap(one -> one.spec().name(), Function.identity()));
    }

    /**
     * Starts everything and keeps it running until {@link #stop}.
     *
     * @return 0 after a stop, 1 when the stack did not come up; then it has been stopped again
     */
    public int run() throws InterruptedException {
        progress.say("starting " + all.size() + " processes");
        for (Supervised one : all) {
            List<Supervised> others =
                    one.spec().startsAfter().stream().map(byName::get).toList();
            one.begin(others);
        }
        Optional<String> trouble = awaitStart();
        trouble.ifPresent(progress::say);
        if (trouble.isEmpty() && stopRequested.getCount() > 0) {
            complete = true;
            progress.say("everything is ready");
            keepRecord();
        }
        stopAll();
        stateFile.clear();
        stopped.countDown();
        return trouble.isPresent() ? 1 : 0;
    }

    /** Ends everything in order; returns when nothing runs any more, or after {@code limit}. */
    public void stop(Duration limit) throws InterruptedException {
        stopRequested.countDown();
        stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<String> awaitStart() throws InterruptedException {
        Instant began = time.instant();
        Instant reminded = began;
        while (true) {
            write();
            List<Supervised> missing =
                    all.stream().filter(one -> !one.firstReady().isDone()).toList();
            Optional<Supervised> hopeless = missing.stream()
                    .filter(one -> one.state().restarts() >= HOPELESS)
                    .findFirst();
            if (hopeless.isPresent()) {
                return Optional.of(obituary(hopeless.get(), "does not start"));
            }
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            Instant now = time.instant();
            if (Duration.between(began, now).compareTo(title.patience()) > 0) {
                return Optional.of(obituary(
                        missing.getFirst(), "is not ready after " + Progress.seconds(Duration.between(began, now))));
            }
            if (Duration.between(reminded, now).compareTo(REMINDER) > 0) {
                reminded = now;
                progress.say("waiting for "
                        + missing.stream().map(one -> waiting(one, now)).collect(Collectors.joining(", ")));
            }
            if (stopRequested.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        }
    }

    private static String waiting(Supervised one, Instant now) {
        ProcessState state = one.state();
        return state.name() + " (" + state.phase().name().toLowerCase(java.util.Locale.ROOT) + " for "
                + Progress.seconds(Duration.between(state.since(), now)) + ")";
    }

    private static String obituary(Supervised one, String what) {
        StringBuilder text = new StringBuilder(
                one.spec().name() + " " + what + ". Its log " + one.spec().log() + " ends:\n");
        Launcher.lastLines(one.spec().log(), SHOWN_LINES)
                .forEach(line -> text.append("        | ").append(line).append('\n'));
        return text.toString();
    }

    private void keepRecord() throws InterruptedException {
        do {
            write();
        } while (!stopRequested.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void write() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current()).orElseThrow();
        StackState state = new StackState(
                self,
                title.options(),
                title.portOffset(),
                complete,
                all.stream().map(Supervised::state).toList());
        if (written.filter(state::equals).isEmpty()) {
            stateFile.write(state);
            written = Optional.of(state);
        }
    }

    private void stopAll() throws InterruptedException {
        progress.say("stopping");
        all.forEach(Supervised::prepareToStop);
        Map<Integer, List<Supervised>> tiers =
                all.stream().collect(Collectors.groupingBy(one -> one.spec().tier()));
        for (int tier :
                tiers.keySet().stream().sorted(Comparator.reverseOrder()).toList()) {
            List<Thread> stopping = new ArrayList<>();
            for (Supervised one : tiers.get(tier)) {
                stopping.add(Thread.ofVirtual().start(() -> stop(one)));
            }
            for (Thread thread : stopping) {
                thread.join();
            }
        }
        progress.say("stopped");
    }

    private static void stop(Supervised one) {
        try {
            one.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
