package io.mapwright.deploy.local.gateway.route;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouteFileTest {

    /** The files that the cluster uses. */
    @Nested
    class OfTheSuite {

        private final RouteTable routes = RouteFile.load(Path.of("../k8s/base/routes"));

        @ParameterizedTest(name = "{0} is answered by {1}")
        @CsvSource({
            "/api/auth/login, auth-service",
            "/api/auth/admin/token-stats, auth-service",
            "/api/auth/admin/realtime/stream, auth-service",
            "/.well-known/jwks.json, auth-service",
            "/api/generate_graph, diagram-service",
            "/api/generate_graph/stream, diagram-service",
            "/api/generate_multi_parallel, diagram-service",
            "/api/generate_multi_progressive, diagram-service",
            "/api/generate_png, diagram-service",
            "/api/generate_dingtalk, diagram-service",
            "/thinking_mode/node_palette/start, diagram-service",
            "/thinking_mode/node_palette/select_node, diagram-service",
            "/api/tab_suggestions, diagram-service",
            "/api/tab_expand, diagram-service",
            "/api/recalculate_mindmap_layout, diagram-service",
            "/api/export_png, diagram-service",
            "/api/export_svg, diagram-service",
            "/api/temp_images/a.png, diagram-service",
            "/api/ai_assistant/stream, diagram-service",
            "/api/diagrams, diagram-service",
            "/api/diagrams/7/duplicate, diagram-service",
            "/api/frontend_log, diagram-service",
            "/api/frontend_log_batch, diagram-service",
            "/health, diagram-service",
            "/ws/voice/session-1, voice-service",
            "/api/voice/cleanup/session-1, voice-service",
            "/api/feedback, feedback-service",
            "/api/feedback/admin, feedback-service",
            "/api/llm/health, llm-gateway-service",
            "/api/llm/metrics, llm-gateway-service",
        })
        void leadsEveryPublicPathToItsService(String path, String service) {
            assertThat(find(path).map(Route::service)).contains(service);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/internal/tokens/api-key",
                    "/internal/captcha/consume",
                    "/v1/chat/completions",
                    "/v1/quota",
                    "/q/health",
                    "/q/metrics",
                    "/api",
                    "/api/llm",
                    "/api/llm/quota",
                    "/api/generate_graphs",
                    "/api/authority",
                })
        void leadsNothingElseAnywhere(String path) {
            assertThat(find(path)).isEmpty();
        }

        @Test
        void limitsEverythingButOpenEndedStreams() {
            assertThat(find("/api/generate_graph").flatMap(Route::timeout)).contains(Duration.ofSeconds(150));
            assertThat(find("/ws/voice/1").flatMap(Route::timeout)).isEmpty();
        }

        private Optional<Route> find(String path) {
            return routes.find("GET", path, name -> null);
        }
    }

    @Nested
    class Refuses {

        @TempDir
        Path folder;

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "filters: [{type: URLRewrite}] | filters",
                    "hostnames: [a.example] | hostnames",
                    "timeouts: {request: soon} | soon",
                    "timeouts: {backendRequest: 1s} | backendRequest",
                    "matches: [{path: {type: RegularExpression, value: /a.*}}] | RegularExpression",
                    "matches: [{path: {type: Exact, value: a}}] | starts with a slash",
                    "backendRefs: [{name: a, port: 1}, {name: b, port: 2}] | exactly one backendRef",
                    "backendRefs: [{name: a, port: 1, weight: 2}] | weight",
                })
        void whatItCannotHonour(String member, String named) throws IOException {
            write(member);

            assertThatThrownBy(() -> RouteFile.load(folder))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one.yaml")
                    .hasMessageContaining(named);
        }

        private void write(String member) throws IOException {
            String rule = """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata: {name: one}
                    spec:
                      rules:
                        - %s
                    """.formatted(member);
            for (String given :
                    new String[] {"matches: [{path: {type: Exact, value: /a}}]", "backendRefs: [{name: a, port: 1}]"}) {
                if (!member.startsWith(given.substring(0, given.indexOf(':')))) {
                    rule += "      " + given + "\n";
                }
            }
            Files.writeString(folder.resolve("one.yaml"), rule);
            Files.writeString(folder.resolve("kustomization.yaml"), "kind: Kustomization\nresources: [one.yaml]\n");
        }
    }

    @ParameterizedTest(name = "{0} is {1} ms")
    @CsvSource({"0s, 0", "30s, 30000", "1m30s, 90000", "500ms, 500", "1h, 3600000", "1h1m1s1ms, 3661001"})
    void readsTheGatewayApisDurations(String text, long millis) {
        assertThat(GatewayDuration.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }
}
