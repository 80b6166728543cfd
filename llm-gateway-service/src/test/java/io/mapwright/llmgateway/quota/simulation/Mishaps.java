package io.mapwright.llmgateway.quota.simulation;

import java.util.Random;

/** Schedules the accidents of a scenario. */
final class Mishaps {

    private static final long SECOND = 1_000_000;

    private final Simulation simulation;
    private final Random random;

    Mishaps(Simulation simulation) {
        this.simulation = simulation;
        random = new Random(simulation.scenario.seed() + 1);
    }

    void schedule() {
        var accidents = simulation.scenario.accidents();
        var network = simulation.network;
        repeat(accidents.kills(), () -> simulation.replace(random.nextInt(simulation.replicas.size())));
        repeat(accidents.flushes(), simulation::flush);
        repeat(accidents.failovers(), () -> {
            network.remember();
            simulation.time.after(random.nextInt(20_000), network::failOver);
        });
        repeat(accidents.jumps(), () -> network.jump((random.nextInt(61) - 30) * SECOND));
        repeat(accidents.outages(), () -> network.outage(random.nextInt(20) * SECOND));
    }

    private void repeat(double perMinute, Runnable accident) {
        if (perMinute > 0) {
            long gap = (long) (-Math.log(1 - random.nextDouble()) * 60 / perMinute * SECOND);
            simulation.time.after(gap, () -> {
                if (!simulation.outcomes.callersStopped) {
                    accident.run();
                    repeat(perMinute, accident);
                }
            });
        }
    }
}
