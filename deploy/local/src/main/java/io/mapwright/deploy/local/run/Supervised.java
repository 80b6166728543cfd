package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.ProcessSpec;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.ProcessState.Phase;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process that shall run: started, watched and started again until {@link #stop}. Threadsafe.
 */
final class Supervised {

    private static final Duration BEFORE_READY = Duration.ofMillis(300);
    private static final Duration ONCE_READY = Duration.ofSeconds(2);
    private static final Duration LAST_START = Duration.ofSeconds(20);

    private final ProcessSpec spec;
    private final Launcher launcher;
    private final Readiness readiness;
    private final Progress progress;
    private final InstantSource time;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();

    private Phase phase = Phase.WAITING;
    private Instant since;
    private Optional<Process> process = Optional.empty();
    private Optional<ProcessMark> mark = Optional.empty();
    private int restarts;
    private boolean stopping;
    private Optional<Thread> life = Optional.empty();

    Supervised(ProcessSpec spec, Launcher launcher, Readiness readiness, Progress progress, InstantSource time) {
        this.spec = spec;
        this.launcher = launcher;
        this.readiness = readiness;
        this.progress = progress;
        this.time = time;
        this.since = time.instant();
    }

    ProcessSpec spec() {
        return spec;
    }

    /** Completes when the process is ready for the first time. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    synchronized ProcessState state() {
        return new ProcessState(
                spec.name(),
                phase,
                since,
                mark,
                spec.port(),
                restarts,
                spec.log().toString(),
                spec.launch().stopSignal(),
                spec.tier());
    }

    /** Runs the process on a thread of its own until it is told to stop. Waits for {@code others} before the first start. */
    synchronized void begin(List<Supervised> others) {
        life = Optional.of(Thread.ofVirtual().name(spec.name()).start(() -> live(others)));
    }

    private void live(List<Supervised> others) {
        try {
            for (Supervised other : others) {
                other.firstReady().get();
            }
            Backoff backoff = Backoff.none();
            while (!isStopping()) {
                launcher.awaitRelease(spec);
                Instant born = time.instant();
                String end = runOnce();
                if (isStopping()) {
                    return;
                }
                backoff = backoff.afterLifeOf(Duration.between(born, time.instant()));
                enter(Phase.DOWN);
                progress.say(spec.name(), end + "; starts again in " + Progress.seconds(backoff.pause()));
                Thread.sleep(backoff.pause());
                countRestart();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException neverReady) {
            throw new IllegalStateException("readiness never fails, it only does not come", neverReady);
        }
    }

    /** @return how it ended, in words */
    private String runOnce() throws InterruptedException {
        Process started;
        try {
            // A preparation takes a while, and is part of the start for everybody who waits.
            enter(Phase.STARTING);
            started = launcher.start(spec);
        } catch (IOException failed) {
            return "could not be started: " + failed.getMessage();
        }
        if (!adopt(started)) {
            started.destroyForcibly();
            return "was not wanted any more";
        }
        watch(started);
        return "ended with " + started.waitFor();
    }

    private void watch(Process running) throws InterruptedException {
        Instant born = time.instant();
        while (true) {
            boolean ready = readiness.answers(spec.readiness());
            if (ready && running.isAlive()) {
                becameReady(Duration.between(born, time.instant()));
            } else {
                wentSilent();
            }
            try {
                Duration pause = ready ? ONCE_READY : BEFORE_READY;
                running.onExit().get(pause.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillThere) {
                // Ask again.
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void becameReady(Duration after) {
        Phase before;
        synchronized (this) {
            before = phase;
            enter(Phase.READY);
        }
        if (before == Phase.STARTING) {
            progress.say(spec.name(), "ready after " + Progress.seconds(after) + " on port " + spec.port());
        } else if (before == Phase.UNREADY) {
            progress.say(spec.name(), "ready again");
        }
        firstReady.complete(null);
    }

    private synchronized void wentSilent() {
        if (phase == Phase.READY && !stopping) {
            enter(Phase.UNREADY);
            progress.say(spec.name(), "is not ready any more");
        }
    }

    private synchronized boolean adopt(Process started) {
        if (stopping) {
            return false;
        }
        process = Optional.of(started);
        mark = ProcessMark.of(started.toHandle());
        return true;
    }

    private synchronized void enter(Phase next) {
        if (next == Phase.DOWN || next == Phase.STOPPED) {
            process = Optional.empty();
            mark = Optional.empty();
        }
        if (next != phase) {
            phase = next;
            since = time.instant();
        }
    }

    private synchronized void countRestart() {
        restarts++;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Starts nothing any more. */
    synchronized void prepareToStop() {
        stopping = true;
    }

    /** Ends the process: a request, some grace, then force. Returns when it is gone. */
    void stop() throws InterruptedException {
        Optional<Thread> living;
        synchronized (this) {
            stopping = true;
            living = life;
        }
        if (living.isPresent()) {
            // It may be about to start the process right now: what it leaves behind is final.
            living.get().interrupt();
            living.get().join(LAST_START);
        }
        Optional<Process> running;
        synchronized (this) {
            running = process;
        }
        if (running.isPresent()) {
            Process last = running.get();
            Launcher.signal(last.toHandle(), spec.launch().stopSignal());
            if (!last.waitFor(spec.launch().grace().toMillis(), TimeUnit.MILLISECONDS)) {
                progress.say(spec.name(), "did not end in time and is killed");
                last.destroyForcibly().waitFor();
            }
        }
        enter(Phase.STOPPED);
    }
}
