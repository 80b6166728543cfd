package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Replicas, accidents and callers under a virtual clock; only the script and its Redis are real. */
class QuotaSimulationIT {

    private static final long SECOND = 1_000_000;
    /** Schedules that have broken a rule once. */
    private static final long[] HARD = {2091, 1257};

    private static final Queue<Integer> databases =
            new ConcurrentLinkedQueue<>(IntStream.rangeClosed(1, 15).boxed().toList());
    private static OwnServer server;

    @BeforeAll
    static void start() {
        Uni.createFrom().voidItem().map(nothing -> nothing); // Mutiny sets itself up in one thread only
        server = OwnServers.redis();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsEveryRuleInRandomSchedules() {
        var broken = LongStream.concat(LongStream.of(HARD), LongStream.range(1, 40))
                .parallel()
                .mapToObj(seed -> brokenIn(Scenario.random(seed)))
                .flatMap(List::stream)
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void usesTheWholeLimitEvenlyUnderOverloadAndLeavesNobodyOut() {
        var simulation = new Simulation(Scenario.overload(1, 6, 600), server.redisUri());

        simulation.run();

        assertThat(Judgement.of(simulation)).isEmpty();
    }

    @Test
    void findsALimitThatTheProviderHasHalvedWithinTenSecondsAndReturnsToTheOldOne() {
        var simulation = new Simulation(Scenario.overload(3, 4, 240).lasting(420), server.redisUri());
        var provider = simulation.provider;
        simulation.time.after(70 * SECOND, () -> provider.allow(120));
        simulation.time.after(190 * SECOND, () -> provider.allow(Long.MAX_VALUE));
        long begin = simulation.time.now();

        simulation.run();

        assertThat(provider.rejections()).isNotEmpty().allMatch(moment -> moment < begin + 190 * SECOND);
        assertThat(provider.rejections().stream().filter(moment -> moment > begin + 80 * SECOND))
                .as("rejections after ten seconds")
                .hasSizeLessThan(3);
        assertThat(provider.between(begin + 130 * SECOND, begin + 190 * SECOND)).isBetween(60L, 120L);
        assertThat(provider.between(begin + 360 * SECOND, begin + 420 * SECOND)).isGreaterThan(225);
    }

    /** Databases of one server are apart from each other, so that schedules can run side by side. */
    private static List<String> brokenIn(Scenario scenario) {
        int database = Optional.ofNullable(databases.poll()).orElseThrow();
        try {
            var simulation = new Simulation(scenario, server.redisUri() + "/" + database);
            simulation.run();
            return Judgement.of(simulation).stream()
                    .map(violation -> violation + " in " + scenario)
                    .toList();
        } finally {
            databases.add(database);
        }
    }
}
