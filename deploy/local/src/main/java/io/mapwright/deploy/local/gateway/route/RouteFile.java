package io.mapwright.deploy.local.gateway.route;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the cluster's {@code HTTPRoute} documents: those that the folder's {@code kustomization.yaml} lists, in its order.
 *
 * <p>A member that the local API gateway can't honour (a filter, a weight, a host name, a regular expression) is refused by
 * name and never passed over: what works here must work the same in the cluster.
 */
public final class RouteFile {

    /** Unknown members fail, which is how an unsupported feature is told from a misunderstood one. */
    private static final ObjectMapper YAML = new YAMLMapper();

    private RouteFile() {}

    /**
     * The routes of a kustomize folder.
     *
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public static RouteTable load(Path folder) {
        List<Route> routes = new ArrayList<>();
        for (String resource :
                read(folder.resolve("kustomization.yaml"), Kustomization.class).resources()) {
            Path file = folder.resolve(resource);
            try {
                routes.addAll(read(file, Document.class).routes());
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
            }
        }
        return new RouteTable(routes);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            JsonNode tree = YAML.readTree(file.toFile());
            return YAML.treeToValue(tree, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable.getOriginalMessage(), unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    @JsonIgnoreProperties({"apiVersion", "kind"})
    private record Kustomization(List<String> resources) {}

    private record Document(String apiVersion, String kind, Metadata metadata, Spec spec) {

        List<Route> routes() {
            if (!"HTTPRoute".equals(kind)) {
                throw new IllegalArgumentException("only HTTPRoute documents are routes, not " + kind);
            }
            List<Route> routes = new ArrayList<>();
            for (int i = 0; i < spec.rules().size(); i++) {
                routes.addAll(spec.rules().get(i).routes(metadata.name() + "/" + i));
            }
            return routes;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Metadata(String name) {}

    @JsonIgnoreProperties("parentRefs")
    private record Spec(List<Rule> rules) {}

    private record Rule(List<Match> matches, Timeouts timeouts, List<Backend> backendRefs) {

        List<Route> routes(String name) {
            if (backendRefs == null || backendRefs.size() != 1) {
                throw new IllegalArgumentException("rule " + name + " needs exactly one backendRef");
            }
            String service = backendRefs.getFirst().name();
            Optional<Duration> timeout = timeouts == null ? Optional.empty() : timeouts.limit();
            return matches.stream()
                    .map(match -> new Route(
                            name,
                            match.path().match(),
                            Optional.ofNullable(match.method()),
                            match.wanted(),
                            service,
                            timeout))
                    .toList();
        }
    }

    private record Match(PathValue path, String method, List<Header> headers) {

        Map<String, String> wanted() {
            return headers == null
                    ? Map.of()
                    : headers.stream()
                            .collect(Collectors.toMap(
                                    header -> header.name().toLowerCase(Locale.ROOT), Header::exactValue));
        }
    }

    private record PathValue(String type, String value) {

        PathMatch match() {
            return switch (type == null ? "PathPrefix" : type) {
                case "Exact" -> new PathMatch.Exact(value);
                case "PathPrefix" -> new PathMatch.Prefix(value);
                default ->
                    throw new IllegalArgumentException(
                            "path type " + type + " differs between gateways; use Exact or PathPrefix");
            };
        }
    }

    private record Header(String type, String name, String value) {

        String exactValue() {
            if (type != null && !"Exact".equals(type)) {
                throw new IllegalArgumentException("header type " + type + " differs between gateways; use Exact");
            }
            return value;
        }
    }

    private record Timeouts(String request) {

        /** A limit of zero switches it off, as the Gateway API says. */
        Optional<Duration> limit() {
            return Optional.ofNullable(request).map(GatewayDuration::parse).filter(limit -> !limit.isZero());
        }
    }

    private record Backend(String name, int port) {}
}
