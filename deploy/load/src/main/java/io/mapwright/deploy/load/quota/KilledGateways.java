package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Diary.Deed;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.stack.Suite;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kills one gateway at random every so often; the stack starts it again. */
final class KilledGateways implements Disturbance {

    private final RunningStack stack;
    private final Duration every;
    private final Duration until;
    private final Kills kills;
    private final RandomGenerator random;
    private final InstantSource time;

    /** @param until after the start of the load nothing is killed any more */
    KilledGateways(
            RunningStack stack,
            Duration every,
            Duration until,
            Kills kills,
            RandomGenerator random,
            InstantSource time) {
        this.stack = stack;
        this.every = every;
        this.until = until;
        this.kills = kills;
        this.random = random;
        this.time = time;
    }

    @Override
    public void play(Diary diary) throws InterruptedException {
        Instant next = diary.began().plus(every);
        while (next.isBefore(diary.began().plus(until))) {
            Pause.until(next, time);
            kill(diary);
            next = next.plus(every);
        }
    }

    private void kill(Diary diary) {
        List<ProcessState> ready = stack.state().processes().stream()
                .filter(process -> process.name().startsWith(Suite.LLM_GATEWAY.serviceName()))
                .filter(process -> process.phase() == ProcessState.Phase.READY)
                .toList();
        if (ready.size() < 2) {
            return;
        }
        ProcessState victim = ready.get(random.nextInt(ready.size()));
        kills.add(URI.create("http://127.0.0.1:" + victim.port()), time.instant());
        victim.mark().flatMap(ProcessMark::find).ifPresent(ProcessHandle::destroyForcibly);
        diary.note(Deed.GATEWAY_KILLED, victim.name());
    }
}
