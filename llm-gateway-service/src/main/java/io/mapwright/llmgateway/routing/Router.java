package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Chooses among the routes of a model. Routes whose provider cools down stand behind all others; then the lowest rank
 * decides, and inside a rank chance, by weight and by how much of its quota each route has left.
 */
@Singleton
public final class Router {

    /** A full quota still gets a share: which route frees up first is not known. */
    private static final double LEAST_HEADROOM = 0.01;

    private final Breakers breakers;
    private final Standings standings;
    private final RandomGenerator chance;

    Router(Breakers breakers, Standings standings, RandomGenerator chance) {
        this.breakers = breakers;
        this.standings = standings;
        this.chance = chance;
    }

    /**
     * The route for the next attempt.
     *
     * @param routes of the model, by rank
     * @param avoided routes that this request has no more use for
     * @return empty when every route is avoided or its breaker is open; never fails
     */
    public Uni<Optional<Route>> choose(List<Route> routes, Set<Route> avoided) {
        List<Route> left =
                routes.stream().filter(route -> !avoided.contains(route)).toList();
        if (left.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.join()
                .all(left.stream().map(this::candidate).toList())
                .andFailFast()
                .map(this::admitted);
    }

    private Uni<Candidate> candidate(Route route) {
        return standings
                .of(route)
                .map(standing -> new Candidate(
                        route,
                        standing.map(Standing::isCoolingDown).orElse(false),
                        route.weight()
                                * Math.max(
                                        LEAST_HEADROOM,
                                        standing.map(Standing::headroom).orElse(1.0))));
    }

    private Optional<Route> admitted(List<Candidate> candidates) {
        List<Candidate> left = new ArrayList<>(candidates);
        while (!left.isEmpty()) {
            Candidate drawn = draw(foremost(left));
            if (breakers.admits(drawn.route())) {
                return Optional.of(drawn.route());
            }
            left.remove(drawn);
        }
        return Optional.empty();
    }

    private static List<Candidate> foremost(List<Candidate> left) {
        boolean allCoolDown = left.stream().allMatch(Candidate::coolingDown);
        List<Candidate> ready = left.stream()
                .filter(candidate -> allCoolDown || !candidate.coolingDown())
                .toList();
        int rank = ready.stream()
                .mapToInt(candidate -> candidate.route().rank())
                .min()
                .orElseThrow();
        return ready.stream()
                .filter(candidate -> candidate.route().rank() == rank)
                .toList();
    }

    private Candidate draw(List<Candidate> equals) {
        double ticket = chance.nextDouble()
                * equals.stream().mapToDouble(Candidate::share).sum();
        for (Candidate candidate : equals) {
            ticket -= candidate.share();
            if (ticket < 0) {
                return candidate;
            }
        }
        // Rounding can leave a crumb of the ticket.
        return equals.getLast();
    }

    private record Candidate(Route route, boolean coolingDown, double share) {}
}
