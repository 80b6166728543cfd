package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.simulation.Violation.Rule;
import io.mapwright.testkit.OwnServers;
import io.smallrye.mutiny.Uni;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many random schedules from the command line: {@code SimulationRun <how many> <first seed> [<workers>]}, each worker with a
 * Redis of its own. Prints every schedule that broke a rule, with its seed, and ends with 1 if one did.
 */
public final class SimulationRun {

    private static final int REPORT_EVERY = 100;

    private final int count;
    private final long first;
    private final AtomicLong next;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong exchanges = new AtomicLong();
    private final Map<Rule, Integer> broken = new EnumMap<>(Rule.class);
    private final long start = System.nanoTime();

    private SimulationRun(int count, long first) {
        this.count = count;
        this.first = first;
        next = new AtomicLong(first);
    }

    public static void main(String[] args) throws InterruptedException {
        int workers = args.length > 2
                ? Integer.parseInt(args[2])
                : Runtime.getRuntime().availableProcessors();
        var run = new SimulationRun(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        Uni.createFrom().voidItem().map(nothing -> nothing); // Mutiny sets itself up in one thread only
        try (var threads = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < workers; i++) {
                threads.execute(run::work);
            }
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.DAYS);
        }
        run.report();
        System.exit(run.failed.get() == 0 && run.done.get() == run.count ? 0 : 1);
    }

    private void work() {
        try (var redis = OwnServers.redis()) {
            for (long seed = next.getAndIncrement(); seed < first + count; seed = next.getAndIncrement()) {
                judge(Scenario.random(seed), redis.redisUri());
                if (done.incrementAndGet() % REPORT_EVERY == 0) {
                    report();
                }
            }
        }
    }

    private void judge(Scenario scenario, String redisUri) {
        var simulation = new Simulation(scenario, redisUri);
        calls.addAndGet(simulation.run().granted());
        exchanges.addAndGet(simulation.network.exchanges);
        var violations = Judgement.of(simulation);
        if (!violations.isEmpty()) {
            failed.incrementAndGet();
            synchronized (broken) {
                violations.stream()
                        .map(Violation::rule)
                        .distinct()
                        .forEach(rule -> broken.merge(rule, 1, Integer::sum));
                System.out.println(scenario);
                violations.stream().limit(5).forEach(violation -> System.out.println("   " + violation));
            }
        }
    }

    private void report() {
        double seconds = (System.nanoTime() - start) / 1e9;
        synchronized (broken) {
            System.out.printf(
                    "%d schedules in %.0f s (%.2f/s): %d calls admitted, %d exchanges; %d schedules broke a rule %s%n",
                    done.get(), seconds, done.get() / seconds, calls.get(), exchanges.get(), failed.get(), broken);
        }
    }
}
