package io.mapwright.deploy.local.gateway.route;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One way from outside to a service: a single match of a rule, with what the rule says about it.
 *
 * @param name name of the route document and place of its rule, for logs
 * @param path which paths
 * @param method which method; empty means all
 * @param headers which header values, exactly; names in lower case; empty means any
 * @param service name of the service that answers
 * @param timeout from the first byte in to the last byte out; empty means that there is no limit
 */
public record Route(
        String name,
        PathMatch path,
        Optional<String> method,
        Map<String, String> headers,
        String service,
        Optional<Duration> timeout) {

    /**
     * The Gateway API's precedence: exact paths, then longer prefixes, then a method, then more headers. Equals keep the
     * order in which they were written.
     */
    static final Comparator<Route> MOST_SPECIFIC_FIRST = Comparator.<Route, Boolean>comparing(
                    route -> route.path() instanceof PathMatch.Prefix)
            .thenComparing(route -> -route.path().value().length())
            .thenComparing(route -> route.method().isEmpty())
            .thenComparing(route -> -route.headers().size());

    public Route {
        headers = Map.copyOf(headers);
        headers.keySet().forEach(header -> {
            if (!header.equals(header.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("header names are matched in lower case, not: " + header);
            }
        });
    }

    boolean matches(String requestMethod, String requestPath, UnaryOperator<String> header) {
        return path.matches(requestPath)
                && method.map(requestMethod::equals).orElse(true)
                && headers.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(header.apply(wanted.getKey())));
    }
}
