package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.AdmissionRequest;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.LocalLedger;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.ProviderRejection;
import io.mapwright.llmgateway.quota.RulesInForce;
import io.mapwright.llmgateway.quota.ScopeLimits;
import io.mapwright.llmgateway.quota.ScopeRules;
import io.mapwright.llmgateway.quota.Tenant;
import io.mapwright.llmgateway.quota.TestProfiles;
import io.mapwright.llmgateway.quota.TokenEstimate;
import io.mapwright.llmgateway.quota.TokenUsage;
import io.mapwright.llmgateway.quota.redis.ScriptedRedis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Replicas, their network, a provider and callers under a virtual clock; only the script and its Redis are real. Repeats
 * itself exactly for the same scenario.
 */
final class Simulation {

    private static final long SECOND = 1_000_000;
    static final int ORGANIZATIONS = 5;
    private static final long LONGEST_TRANSIT = 60_000;
    private static final ProviderRejection REJECTED =
            new ProviderRejection(Dimension.REQUESTS_PER_MINUTE, Optional.of(Duration.ofMillis(500)));

    final Scenario scenario;
    final VirtualTime time = new VirtualTime();
    final Random random;
    final SimulatedProvider provider = new SimulatedProvider();
    final SimulatedNetwork network;
    final List<SimulatedReplica> replicas = new ArrayList<>();
    final Outcomes outcomes = new Outcomes();
    private final List<SimulatedReplica> dead = new ArrayList<>();

    private final TestProfiles profiles;
    private final RulesInForce rules;
    private final Random arrivals; // apart, so that two simulations of one scenario see the same callers
    private int sessions;
    private long callersSince;

    private final SimulatedReplica.LedgerSource ledgers;

    Simulation(Scenario scenario, String redisUri) {
        this.scenario = scenario;
        random = new Random(scenario.seed());
        arrivals = new Random(scenario.seed() + 2);
        profiles = scenario.profiles();
        rules = new RulesInForce(profiles.rules());
        network = new SimulatedNetwork(new ScriptedRedis(redisUri, rules), time, random, scenario.network());
        ledgers = (rules, timeline, alive) -> network.ledger(alive);
        for (int i = 0; i < scenario.replicas(); i++) {
            replicas.add(newReplica());
        }
    }

    /** The same callers in front of a scheduler that knows everything at once: the yardstick for the others. */
    static Outcomes central(Scenario scenario, String redisUri) {
        return new Simulation(
                        scenario,
                        redisUri,
                        (rules, timeline, alive) ->
                                new LocalLedger(() -> withoutLead(rules.limits()), rules.floors(), timeline::micros))
                .run();
    }

    private Simulation(Scenario scenario, String redisUri, SimulatedReplica.LedgerSource ledgers) {
        this.scenario = scenario;
        this.ledgers = ledgers;
        random = new Random(scenario.seed());
        arrivals = new Random(scenario.seed() + 2);
        profiles = scenario.profiles();
        rules = new RulesInForce(profiles.rules());
        network = new SimulatedNetwork(new ScriptedRedis(redisUri, rules), time, random, scenario.network());
        replicas.add(newReplica());
    }

    ScopeRules rules() {
        return rules.get();
    }

    /** When the first callers came. */
    long callersSince() {
        return callersSince;
    }

    private static ScopeLimits withoutLead(ScopeLimits limits) {
        var pacing = limits.pacing();
        return new ScopeLimits(
                limits.version(),
                limits.requests(),
                limits.tokens(),
                limits.dayRequests(),
                limits.dayTokens(),
                limits.concurrency(),
                limits.window(),
                new ScopeLimits.Pacing(
                        pacing.spacing(),
                        pacing.burst(),
                        pacing.tokenSpacing(),
                        pacing.tokenBurst(),
                        0,
                        0,
                        pacing.ramp(),
                        pacing.useBy()),
                limits.chargedAtStart(),
                limits.coolDown());
    }

    private SimulatedReplica newReplica() {
        return new SimulatedReplica(
                "s" + scenario.seed() + "-" + sessions++, profiles.profiles(), ledgers, time, random, outcomes);
    }

    /** Callers come, accidents happen, then everything ends and settles. */
    Outcomes run() {
        time.run(2 * SECOND); // everybody joins
        callersSince = time.now();
        nextCaller();
        new Mishaps(this).schedule();
        time.run(scenario.seconds() * SECOND);
        outcomes.callersStopped = true;
        time.run(35 * SECOND);
        outcomes.heldAtTheEnd = network.heldAfterAReport(replicas);
        outcomes.wrongBooks = network.wrongBooks();
        network.close();
        return outcomes;
    }

    private void nextCaller() {
        double perSecond = scenario.load() * capacityPerSecond();
        long gap = (long) (-Math.log(1 - arrivals.nextDouble()) / perSecond * SECOND);
        time.after(gap, () -> {
            if (!outcomes.callersStopped) {
                come();
                nextCaller();
            }
        });
    }

    double capacityPerSecond() {
        double byRequests = scenario.requests() == 0 ? Double.MAX_VALUE : scenario.requests() / 60.0;
        double bySlots = scenario.concurrency() == 0 ? Double.MAX_VALUE : scenario.concurrency() / 1.5;
        return Math.min(byRequests, bySlots);
    }

    private String organization() {
        boolean greedy = scenario.greed() > 0 && arrivals.nextDouble() < scenario.greed();
        return "org" + (greedy ? 0 : arrivals.nextInt(ORGANIZATIONS));
    }

    private void come() {
        var replica = replicas.get(arrivals.nextInt(1000) % replicas.size());
        double share = arrivals.nextDouble();
        var priority = share < 0.2
                ? PriorityClass.INTERACTIVE
                : share < 0.7 ? PriorityClass.STANDARD : PriorityClass.BACKGROUND;
        var patience =
                Duration.ofMillis(priority == PriorityClass.INTERACTIVE ? 10_000 : 200 + arrivals.nextInt(20_000));
        long output = 100 + arrivals.nextInt(500);
        var request = new AdmissionRequest(
                TestProfiles.destination(),
                priority,
                new Tenant(organization(), "user"),
                TokenEstimate.of(100, output),
                patience);
        long came = time.now();
        outcomes.came++;
        var answered = new boolean[1];
        var subscription = replica.quota().admit(request).subscribe().with(admission -> {
            answered[0] = true;
            answered(replica, request, came, admission);
        });
        replica.expectAnswer(came + patience.toNanos() / 1000, answered);
        if (random.nextDouble() < scenario.accidents().aborts()) {
            time.after(random.nextInt(3_000_000), () -> {
                if (!answered[0]) {
                    answered[0] = true;
                    outcomes.withdrawn++;
                    subscription.cancel();
                }
            });
        }
    }

    private void answered(SimulatedReplica replica, AdmissionRequest request, long came, Admission admission) {
        long waited = time.now() - came;
        long allowed = Math.max(50_000, request.patience().toNanos() / 1000) + 50_000;
        if (waited > allowed) {
            var late = "answered " + waited + " us after it came, allowed " + allowed;
            outcomes.violations.add(new Violation(Violation.Rule.DEADLINE, late));
        }
        switch (admission) {
            case Admission.Granted granted -> send(replica, request, granted, waited);
            case Admission.Refused refused -> outcomes.refused(request.priority(), refused);
            case Admission.NeverAdmissible never ->
                outcomes.violations.add(new Violation(Violation.Rule.ANSWER, never.toString()));
        }
    }

    private void send(SimulatedReplica replica, AdmissionRequest request, Admission.Granted granted, long waited) {
        outcomes.granted(request.priority(), waited);
        if (request.priority() == PriorityClass.STANDARD) {
            outcomes.grantedTo.merge(request.tenant().organization(), 1, Integer::sum);
        }
        replica.sent(time.now());
        long there = 5_000 + random.nextInt(20_000);
        long takes = scenario.concurrency() > 0 ? 500_000 + random.nextInt(2_000_000) : 300_000;
        long used = (long) (request.tokens().output() * (0.2 + 0.8 * random.nextDouble()));
        time.after(there, () -> {
            if (!replica.alive()) {
                return;
            }
            if (!provider.accepts(time.now())) {
                granted.permit().end(new CallEnding.Rejected());
                replica.quota().report(request.destination(), REJECTED);
                return;
            }
            provider.begin(time.now());
            network.trace("begin %s in flight %d", granted.permit().id(), provider.inFlight());
            boolean[] ended = new boolean[1];
            Runnable end = () -> {
                if (!ended[0]) {
                    ended[0] = true;
                    provider.end();
                    network.trace("end %s", granted.permit().id());
                    provider.count(time.now(), 100 + used);
                }
            };
            replica.onDeath(() -> time.after(random.nextInt(1_000_000), end));
            time.after(takes, () -> {
                end.run();
                time.after(1_000 + random.nextInt(10_000), () -> finish(replica, granted, used));
            });
        });
    }

    private void finish(SimulatedReplica replica, Admission.Granted granted, long used) {
        if (replica.alive()) {
            if (random.nextInt(10) == 0) {
                granted.permit().release();
            }
            granted.permit().settle(new TokenUsage(100, used));
        }
    }

    void replace(int index) {
        var victim = replicas.get(index);
        victim.die();
        network.hangUp(victim.session());
        dead.add(victim);
        replicas.set(index, newReplica());
    }

    /** Redis loses everything. What the dead sent during the last minute is then known to nobody, in any design. */
    void flush() {
        long known = time.now() - 60 * SECOND - LONGEST_TRANSIT;
        outcomes.forgotten +=
                dead.stream().mapToLong(replica -> replica.sentAfter(known)).sum();
        network.flush();
    }
}
