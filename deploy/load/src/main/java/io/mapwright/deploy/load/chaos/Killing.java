package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.chaos.Observation.Action;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kills one process as {@code kill -9} does and watches until everybody can work again. */
final class Killing {

    private static final Duration RESTART_LIMIT = Duration.ofSeconds(90);
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final RunningStack stack;
    private final LightLoad load;
    private final InstantSource time;

    Killing(RunningStack stack, LightLoad load, InstantSource time) {
        this.stack = stack;
        this.load = load;
        this.time = time;
    }

    /** @param calm how long to go on watching once all is well */
    Damage of(String victim, Duration calm) throws InterruptedException {
        ProcessState before = state(victim);
        before.mark()
                .flatMap(ProcessMark::find)
                .orElseThrow(() -> new IllegalStateException(victim + " does not run"))
                .destroyForcibly();
        Instant killed = time.instant();
        List<Observation> seen = new ArrayList<>();
        Optional<Duration> restarted = Optional.empty();
        Optional<Duration> recovered = Optional.empty();
        Map<Action, Instant> working = new EnumMap<>(Action.class);
        while (restarted.isEmpty() || recovered.isEmpty()) {
            Duration passed = Duration.between(killed, time.instant());
            if (restarted.isEmpty() && isBack(before)) {
                restarted = Optional.of(passed);
            }
            List<Observation> news = load.take();
            seen.addAll(news);
            if (restarted.isPresent()) {
                recovered = recovery(news, working, killed);
            }
            if (restarted.isEmpty() && passed.compareTo(RESTART_LIMIT) > 0 || passed.compareTo(RECOVERY_LIMIT) > 0) {
                break;
            }
            Thread.sleep(GLANCE);
        }
        Thread.sleep(calm);
        seen.addAll(load.take());
        return Damage.of(victim, restarted, recovered, seen);
    }

    /** The moment from which every kind of action has been working without a failure in between. */
    private static Optional<Duration> recovery(List<Observation> news, Map<Action, Instant> working, Instant killed) {
        for (Observation each : news) {
            if (each.succeeded() || each.answer().status() == 429) {
                working.putIfAbsent(each.action(), each.at());
            } else {
                working.remove(each.action());
            }
        }
        return working.size() < Action.values().length
                ? Optional.empty()
                : working.values().stream().max(Instant::compareTo).map(last -> Duration.between(killed, last));
    }

    private boolean isBack(ProcessState before) {
        ProcessState now = state(before.name());
        return now.restarts() > before.restarts() && now.phase() == ProcessState.Phase.READY;
    }

    private ProcessState state(String name) {
        return stack.state().processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the stack has no process called " + name));
    }
}
