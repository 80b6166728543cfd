package io.mapwright.deploy.local.gateway.route;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTableTest {

    @ParameterizedTest(name = "{0} goes to {1}")
    @CsvSource(
            nullValues = "nobody",
            value = {
                "/a, short",
                "/a/, short",
                "/a/b, longer",
                "/a/b/c, exact",
                "/a/b/c/, longer",
                "/a/bb, short",
                "/ab, nobody",
                "/, nobody",
            })
    void prefersExactThenTheLongestPrefixOfWholeSegments(String path, String service) {
        RouteTable table =
                new RouteTable(List.of(prefix("/a", "short"), exact("/a/b/c", "exact"), prefix("/a/b", "longer")));

        assertThat(serviceFor(table, "GET", path, Map.of())).isEqualTo(Optional.ofNullable(service));
    }

    @Test
    void aPrefixWithATrailingSlashMeansTheSameSegments() {
        RouteTable table = new RouteTable(List.of(prefix("/a/", "slash")));

        assertThat(serviceFor(table, "GET", "/a", Map.of())).contains("slash");
        assertThat(serviceFor(table, "GET", "/a/b", Map.of())).contains("slash");
        assertThat(serviceFor(table, "GET", "/ab", Map.of())).isEmpty();
    }

    @Test
    void prefersAMethodAndThenMoreHeadersOnEqualPaths() {
        RouteTable table = new RouteTable(List.of(
                new Route(
                        "1",
                        new PathMatch.Prefix("/a"),
                        Optional.empty(),
                        Map.of("x", "1"),
                        "one header",
                        Optional.empty()),
                new Route("2", new PathMatch.Prefix("/a"), Optional.of("POST"), Map.of(), "posts", Optional.empty()),
                new Route(
                        "3",
                        new PathMatch.Prefix("/a"),
                        Optional.empty(),
                        Map.of("x", "1", "y", "2"),
                        "two headers",
                        Optional.empty())));

        assertThat(serviceFor(table, "POST", "/a", Map.of("x", "1", "y", "2"))).contains("posts");
        assertThat(serviceFor(table, "GET", "/a", Map.of("x", "1", "y", "2"))).contains("two headers");
        assertThat(serviceFor(table, "GET", "/a", Map.of("x", "1"))).contains("one header");
        assertThat(serviceFor(table, "GET", "/a", Map.of("x", "2"))).isEmpty();
    }

    @Test
    void equalsKeepTheOrderInWhichTheyWereWritten() {
        assertThat(serviceFor(
                        new RouteTable(List.of(prefix("/a", "first"), prefix("/a", "second"))), "GET", "/a", Map.of()))
                .contains("first");
    }

    private static Optional<String> serviceFor(
            RouteTable table, String method, String path, Map<String, String> headers) {
        return table.find(method, path, headers::get).map(Route::service);
    }

    private static Route exact(String path, String service) {
        return new Route(service, new PathMatch.Exact(path), Optional.empty(), Map.of(), service, Optional.empty());
    }

    private static Route prefix(String path, String service) {
        return new Route(service, new PathMatch.Prefix(path), Optional.empty(), Map.of(), service, Optional.empty());
    }
}
