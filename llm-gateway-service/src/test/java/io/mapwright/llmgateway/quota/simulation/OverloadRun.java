package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.testkit.OwnServers;

/**
 * One schedule in detail: {@code OverloadRun <replicas> <requests per minute>} offers three times the limit and compares the
 * waits with those of a scheduler that knows everything at once; {@code OverloadRun seed <seed>} runs a random one.
 */
public final class OverloadRun {

    private OverloadRun() {}

    public static void main(String[] args) {
        try (var redis = OwnServers.redis()) {
            if (args[0].equals("seed")) {
                var simulation = new Simulation(Scenario.random(Long.parseLong(args[1])), redis.redisUri());
                var outcomes = simulation.run();
                System.out.println(simulation.scenario);
                report(simulation, outcomes);
                Judgement.of(simulation).forEach(System.out::println);
                return;
            }
            var scenario = Scenario.overload(1, Integer.parseInt(args[0]), Long.parseLong(args[1]));
            var simulation = new Simulation(scenario, redis.redisUri());
            report(simulation, simulation.run());
            Judgement.of(simulation).forEach(System.out::println);
            System.out.println("a scheduler that knows everything at once:");
            waits(Simulation.central(scenario, redis.redisUri()));
        }
        System.exit(0);
    }

    private static void report(Simulation simulation, Outcomes outcomes) {
        var scenario = simulation.scenario;
        System.out.printf(
                "came %d granted %d (%.3f of the limit) exchanges %d (%.2f a grant) worst minute %d of %d in flight %d of %d%n",
                outcomes.came,
                outcomes.granted(),
                simulation.provider.calls() / (simulation.capacityPerSecond() * scenario.seconds()),
                simulation.network.exchanges,
                (double) simulation.network.exchanges / Math.max(1, outcomes.granted()),
                simulation.provider.worst(60_000_000),
                scenario.requests(),
                simulation.provider.mostInFlight(),
                scenario.concurrency());
        waits(outcomes);
    }

    private static void waits(Outcomes outcomes) {
        System.out.printf(
                "   refused %s, predicted within a quarter %.2f%n", outcomes.reasons, outcomes.predictedWell(200));
        for (var priority : PriorityClass.values()) {
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
