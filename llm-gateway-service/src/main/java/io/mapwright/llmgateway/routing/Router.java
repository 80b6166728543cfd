package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Chooses among the routes of a model: the lowest rank that has one, by weight inside it. */
@Singleton
public final class Router {

    private final Breakers breakers;
    private final RandomGenerator chance;

    Router(Breakers breakers, RandomGenerator chance) {
        this.breakers = breakers;
        this.chance = chance;
    }

    /**
     * The route for the next attempt.
     *
     * @param routes of the model, by rank
     * @param avoided routes that this request has no more use for
     * @return empty when every route is avoided or its breaker is open
     */
    public Optional<Route> choose(List<Route> routes, Set<Route> avoided) {
        List<Route> left =
                routes.stream().filter(route -> !avoided.contains(route)).toList();
        while (!left.isEmpty()) {
            Route drawn = draw(left);
            if (breakers.admits(drawn)) {
                return Optional.of(drawn);
            }
            left = left.stream().filter(route -> !route.equals(drawn)).toList();
        }
        return Optional.empty();
    }

    private Route draw(List<Route> left) {
        int rank = left.stream().mapToInt(Route::rank).min().orElseThrow();
        List<Route> first = left.stream().filter(route -> route.rank() == rank).toList();
        int ticket = chance.nextInt(first.stream().mapToInt(Route::weight).sum());
        for (Route route : first) {
            ticket -= route.weight();
            if (ticket < 0) {
                return route;
            }
        }
        throw new IllegalStateException("weights do not add up: " + first);
    }
}
