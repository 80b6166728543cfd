package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.PriorityClass;

import java.util.List;

/** Runs schedules from the command line: {@code SimulationRun <redis uri> <first seed> <how many> [verbose]}. */
public final class SimulationRun {

    private SimulationRun() {}

    public static void main(String[] args) {
        long first = Long.parseLong(args[1]);
        int count = Integer.parseInt(args[2]);
        boolean verbose = args.length > 3;
        int failed = 0;
        long start = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            var scenario = Scenario.random(seed);
            var simulation = new Simulation(scenario, args[0]);
            var outcomes = simulation.run();
            var violations = Judgement.of(simulation);
            if (verbose) {
                report(simulation, outcomes);
            }
            if (!violations.isEmpty()) {
                failed++;
                System.out.println(scenario + "\n   "
                        + String.join("\n   ", violations.subList(0, Math.min(5, violations.size()))));
            }
        }
        System.out.printf(
                "%d schedules, %d with violations, %.1f s%n", count, failed, (System.nanoTime() - start) / 1e9);
    }

    private static void report(Simulation simulation, Outcomes outcomes) {
        var scenario = simulation.scenario;
        System.out.printf(
                "seed %d came %d granted %d (%.3f of the limit) exchanges %d worst minute %d of %d in flight %d of %d reasons %s%n",
                scenario.seed(),
                outcomes.came,
                outcomes.granted(),
                simulation.provider.calls() / (simulation.capacityPerSecond() * scenario.seconds()),
                simulation.network.exchanges,
                simulation.provider.worst(60_000_000),
                scenario.requests(),
                simulation.provider.mostInFlight(),
                scenario.concurrency(),
                outcomes.reasons);
        for (var priority : List.of(PriorityClass.values())) {
            System.out.printf(
                    "   %s granted %d refused %d wait p50 %d ms p99 %d ms%n",
                    priority,
                    outcomes.waits.get(priority).size(),
                    outcomes.refusals.get(priority),
                    outcomes.wait(priority, 0.5) / 1000,
                    outcomes.wait(priority, 0.99) / 1000);
        }
    }
}
