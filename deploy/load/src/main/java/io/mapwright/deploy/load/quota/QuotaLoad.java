package io.mapwright.deploy.load.quota;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.SignedTokens;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.local.stack.Suite;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Prepares provider and callers, lets them come, and collects what is left behind. */
final class QuotaLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final double WARM_UP_SHARE = 0.4;
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    /** Calls take as long as short answers do, and rarely so long that the limit of calls in flight is what counts. */
    private static final double MEDIAN_MILLIS = 1200;

    private static final double P99_MILLIS = 3000;

    private final RunningStack stack;
    private final Random random;
    private final PrintStream out;
    private final InstantSource time = InstantSource.system();
    private final Simulator simulator;

    QuotaLoad(RunningStack stack, long seed, PrintStream out) {
        this.stack = stack;
        this.random = new Random(seed);
        this.out = out;
        this.simulator = new Simulator(stack, time);
    }

    Evidence run(Scenario scenario) throws InterruptedException {
        simulator.change(providerSettings(scenario.limits()));
        Kills kills = new Kills();
        Map<String, Caller> callers = callers(scenario.organizations());
        out.println("warming up for " + WARM_UP.toSeconds() + " s");
        List<Arrival> first = Arrival.poisson(
                random, WARM_UP_SHARE * scenario.limits().perMinute() / 60, WARM_UP, scenario.organizations());
        new Crowd(gateways(callers, "Name lake ", kills), time, new PrintStream(OutputStream.nullOutputStream()))
                .play(first, time.instant());
        simulator.forgetStats();
        long position = simulator.position();
        List<Arrival> arrivals =
                Arrival.poisson(random, scenario.perSecond(), scenario.duration(), scenario.organizations());
        Diary diary = new Diary(time.instant(), time);
        List<Thread> disturbances = disturb(scenario, kills, diary);
        List<Outcome> outcomes =
                new Crowd(gateways(callers, "Describe river ", kills), time, out).play(arrivals, diary.began());
        for (Thread disturbance : disturbances) {
            disturbance.join();
        }
        simulator.change(scenario.limits().forSimulator());
        return new Evidence(outcomes, simulator.callsSince(position), diary);
    }

    private List<Thread> disturb(Scenario scenario, Kills kills, Diary diary) {
        List<Disturbance> all = new ArrayList<>();
        scenario.killEvery()
                .ifPresent(
                        every -> all.add(new KilledGateways(stack, every, scenario.duration(), kills, random, time)));
        scenario.outage().ifPresent(span -> all.add(new RedisOutage(stack, span, time)));
        scenario.halving().ifPresent(span -> all.add(new HalvedLimit(simulator, scenario.limits(), span, time)));
        return all.stream()
                .map(each -> Thread.ofVirtual().start(() -> {
                    try {
                        each.play(diary);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
    }

    private ObjectNode providerSettings(Limits limits) {
        ObjectNode settings = limits.forSimulator();
        ObjectNode provider = (ObjectNode) settings.get(Limits.PROVIDER);
        provider.put("tokens_per_second", 0);
        provider.set(
                "first_byte_ms",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("median", MEDIAN_MILLIS)
                        .put("p99", P99_MILLIS));
        return settings;
    }

    private Map<String, Caller> callers(int organizations) throws InterruptedException {
        SignedTokens tokens = new SignedTokens(stack, time);
        Map<String, Caller> callers = new HashMap<>();
        for (int i = 1; i <= organizations; i++) {
            String organization = "load-" + i;
            callers.put(organization, tokens.user("user-of-" + organization, organization, TOKEN_LIFETIME));
        }
        return callers;
    }

    private Gateways gateways(Map<String, Caller> callers, String question, Kills kills) {
        long replicas = stack.state().processes().stream()
                .filter(process -> process.name().startsWith(Suite.LLM_GATEWAY.serviceName()))
                .count();
        List<URI> addresses = IntStream.range(0, (int) replicas)
                .mapToObj(replica -> stack.ports().service(Suite.LLM_GATEWAY, replica))
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
        // Each a question of its own: equal ones may rightly share one answer.
        return new Gateways(addresses, callers, number -> question + "number " + number, kills, time);
    }
}
