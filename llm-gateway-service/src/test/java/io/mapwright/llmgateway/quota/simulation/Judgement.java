package io.mapwright.llmgateway.quota.simulation;

import java.util.ArrayList;
import java.util.List;

/** What must hold whatever happened. */
final class Judgement {

    private static final long MINUTE = 60_000_000;

    private Judgement() {}

    static List<String> of(Simulation simulation) {
        var scenario = simulation.scenario;
        var provider = simulation.provider;
        var violations = new ArrayList<>(simulation.outcomes.violations);
        if (scenario.requests() > 0 && provider.worst(MINUTE) > scenario.requests() + simulation.outcomes.forgotten) {
            violations.add("requests in a rolling minute: " + provider.worst(MINUTE) + " of " + scenario.requests());
        }
        if (scenario.tokens() > 0
                && provider.worstTokens(MINUTE) > scenario.tokens() + 700 * simulation.outcomes.forgotten) {
            violations.add("tokens in a rolling minute: " + provider.worstTokens(MINUTE) + " of " + scenario.tokens());
        }
        if (scenario.concurrency() > 0 && provider.mostInFlight() > scenario.concurrency()) {
            violations.add("in flight: " + provider.mostInFlight() + " of " + scenario.concurrency());
        }
        if (simulation.outcomes.heldAtTheEnd != 0) {
            violations.add("permits that never came back: " + simulation.outcomes.heldAtTheEnd);
        }
        long forgotten = simulation.replicas.stream()
                .mapToLong(SimulatedReplica::forgotten)
                .sum();
        if (forgotten > 0) {
            violations.add("callers that were never answered: " + forgotten);
        }
        return violations;
    }
}
