package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.PriorityClass;

import java.util.List;

/** Runs schedules from the command line: {@code SimulationRun <redis uri> <first seed> <how many> [verbose]}. */
public final class SimulationRun {

    private SimulationRun() {}

    public static void main(String[] args) {
        if (args[1].equals("overload")) {
            overload(args[0], Integer.parseInt(args[2]), Long.parseLong(args[3]));
            return;
        }
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

    private static void overload(String redisUri, int replicas, long requests) {
        var scenario = Scenario.overload(1, replicas, requests);
        var simulation = new Simulation(scenario, redisUri);
        var outcomes = simulation.run();
        report(simulation, outcomes);
        var central = Simulation.central(scenario, redisUri);
        for (var priority : PriorityClass.values()) {
            System.out.printf(
                    "   %s central: granted %d wait p50 %d ms p99 %d ms predicted/real p10 p50 p90 %s%n",
                    priority,
                    central.waits.get(priority).size(),
                    central.wait(priority, 0.5) / 1000,
                    central.wait(priority, 0.99) / 1000,
                    central.forecastRatios(priority));
        }
        System.out.printf("   central predicted well %.2f%n", central.predictedWell(200));
    }

    private static void report(Simulation simulation, Outcomes outcomes) {
        var scenario = simulation.scenario;
        System.out.printf(
                "seed %d came %d granted %d (%.3f of the limit) exchanges %d worst minute %d of %d in flight %d of %d reasons %s predicted well %.2f%n",
                scenario.seed(),
                outcomes.came,
                outcomes.granted(),
                simulation.provider.calls() / (simulation.capacityPerSecond() * scenario.seconds()),
                simulation.network.exchanges,
                simulation.provider.worst(60_000_000),
                scenario.requests(),
                simulation.provider.mostInFlight(),
                scenario.concurrency(),
                outcomes.reasons,
                outcomes.predictedWell(200));
        for (var priority : List.of(PriorityClass.values())) {
            System.out.printf(
                    "   %s granted %d refused %d wait p50 %d ms p99 %d ms predicted/real p10 p50 p90 %s%n",
                    priority,
                    outcomes.waits.get(priority).size(),
                    outcomes.refusals.get(priority),
                    outcomes.wait(priority, 0.5) / 1000,
                    outcomes.wait(priority, 0.99) / 1000,
                    outcomes.forecastRatios(priority));
        }
    }
}
