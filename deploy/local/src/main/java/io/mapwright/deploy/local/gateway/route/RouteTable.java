package io.mapwright.deploy.local.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** All routes, most specific first. Immutable. */
public final class RouteTable {

    private final List<Route> routes;

    /** A table of {@code routes}, given in the order in which they were written. */
    public RouteTable(List<Route> routes) {
        this.routes = routes.stream().sorted(Route.MOST_SPECIFIC_FIRST).toList();
    }

    /**
     * The route for a request.
     *
     * @param path its path without the query
     * @param header value of the named header, or null when the request has none
     */
    public Optional<Route> find(String method, String path, UnaryOperator<String> header) {
        return routes.stream()
                .filter(route -> route.matches(method, path, header))
                .findFirst();
    }

    /** Names of the services that some route leads to. */
    public Set<String> services() {
        return routes.stream().map(Route::service).collect(Collectors.toUnmodifiableSet());
    }
}
