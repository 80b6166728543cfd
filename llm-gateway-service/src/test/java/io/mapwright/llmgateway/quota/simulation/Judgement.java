package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.simulation.Violation.Rule;

import java.util.ArrayList;
import java.util.List;

/** What must hold whatever happened, and what must hold besides when nothing happened. */
final class Judgement {

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long LARGEST_CALL = 700;
    private static final double LEAST_USE = 0.95;
    private static final double LEAST_BACKGROUND = 0.04;
    private static final double UNFAIR = 1.25;
    private static final long MOST_EXCHANGES = 3;

    private final Simulation simulation;
    private final Scenario scenario;
    private final SimulatedProvider provider;
    private final List<Violation> violations;

    private Judgement(Simulation simulation) {
        this.simulation = simulation;
        scenario = simulation.scenario;
        provider = simulation.provider;
        violations = new ArrayList<>(simulation.outcomes.violations);
    }

    static List<Violation> of(Simulation simulation) {
        var judgement = new Judgement(simulation);
        judgement.limits();
        judgement.callers();
        if (scenarioIsCalm(simulation.scenario)) {
            judgement.calm();
        }
        return judgement.violations;
    }

    private static boolean scenarioIsCalm(Scenario scenario) {
        return scenario.network().equals(Scenario.Network.CALM)
                && scenario.accidents().equals(Scenario.Accidents.NONE);
    }

    private void limits() {
        long forgotten = simulation.outcomes.forgotten;
        atMost(Rule.REQUESTS, scenario.requests(), forgotten, provider.worst(MINUTE));
        atMost(Rule.TOKENS, scenario.tokens(), LARGEST_CALL * forgotten, provider.worstTokens(MINUTE));
        atMost(Rule.CONCURRENCY, scenario.concurrency(), 0, provider.mostInFlight());
    }

    private void callers() {
        atMost(Rule.PERMITS, 0, simulation.outcomes.heldAtTheEnd, "permits that never came back");
        long unanswered = simulation.replicas.stream()
                .mapToLong(SimulatedReplica::forgotten)
                .sum();
        atMost(Rule.ANSWER, 0, unanswered, "callers that were never answered");
        atMost(Rule.BOOKS, 0, simulation.outcomes.wrongBooks, "difference between the ring and its sum");
    }

    private void calm() {
        if (scenario.requests() == 0 || scenario.concurrency() > 0 || scenario.tokens() > 0) {
            return;
        }
        double perSecond = scenario.requests() / 60.0;
        long burst = simulation.rules().limits().pacing().burst();
        atMost(Rule.PACE, (long) Math.ceil(perSecond) + burst + 1, provider.worst(SECOND), "calls in a second");
        if (scenario.load() > 1.5 && scenario.requests() >= 60) {
            overloaded();
        }
    }

    private void overloaded() {
        long begin = simulation.callersSince() + 5 * SECOND;
        double possible = scenario.requests() * (scenario.seconds() - 5) / 60.0;
        double used = provider.between(begin, begin + (scenario.seconds() - 5) * SECOND) / possible;
        if (used < LEAST_USE) {
            violations.add(new Violation(Rule.USE, "%.3f of the limit".formatted(used)));
        }
        var outcomes = simulation.outcomes;
        int background = outcomes.waits.get(PriorityClass.BACKGROUND).size();
        if (background < LEAST_BACKGROUND * outcomes.granted()) {
            violations.add(new Violation(Rule.FLOOR, background + " of " + outcomes.granted()));
        }
        atMost(Rule.ORDER, 0, outcomes.refusals.get(PriorityClass.INTERACTIVE), "interactive callers refused");
        long fair =
                outcomes.grantedTo.values().stream().mapToInt(Integer::intValue).sum() / Simulation.ORGANIZATIONS;
        outcomes.grantedTo.forEach((organization, granted) -> atMost(
                Rule.FAIRNESS, (long) (UNFAIR * fair) + 3, granted, organization + " where " + fair + " are fair"));
        if (scenario.replicas() <= 6) {
            atMost(Rule.COST, MOST_EXCHANGES * outcomes.granted(), simulation.network.exchanges, "exchanges");
        }
    }

    private void atMost(Rule rule, long limit, long unknowable, long was) {
        if (limit > 0) {
            atMost(rule, limit + unknowable, was, "of " + limit);
        }
    }

    private void atMost(Rule rule, long limit, long was, String what) {
        if (was > limit) {
            violations.add(new Violation(rule, was + " " + what));
        }
    }
}
