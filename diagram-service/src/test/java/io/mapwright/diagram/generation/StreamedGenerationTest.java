package io.mapwright.diagram.generation;

import io.mapwright.diagram.neighbours.EventReader;
import io.mapwright.diagram.neighbours.Neighbours;
import io.mapwright.diagram.neighbours.Siblings;
import io.mapwright.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import static io.mapwright.diagram.Contract.givenUser;
import static io.mapwright.diagram.Contract.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class StreamedGenerationTest {

    @Test
    void tellsWhatHappensUpToTheDiagram() {
        var stream = events("/api/generate_graph/stream", prompt("frogs", "mind_map"));

        assertThat(stream.names()).containsExactly("accepted", "streaming", "complete");
        assertThat(stream.events().get(1).data().path("model").asText()).isEqualTo("qwen");
        assertThat(stream.events().getLast().data().path("spec").path("topic").asText())
                .isEqualTo("frogs");
    }

    @Test
    void saysThatItWaitsAndBeatsWhileNoModelAnswers() {
        var stream = events("/api/generate_graph/stream", prompt("frogs [hang] #waits", "mind_map"));

        assertThat(stream.names()).startsWith("accepted", "waiting", "waiting").endsWith("error");
        assertThat(stream.events().getLast().data().path("error_type").asText()).isEqualTo("timeout");
        assertThat(stream.comments()).isGreaterThan(5);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "[busy], overloaded",
        "[own-limit], rate_limit",
        "[filter], content_filter",
        "[torn], service_error",
        "[prose], no_response"
    })
    void endsWithOneErrorEvent(String word, String errorType) {
        var stream = events("/api/generate_graph/stream", prompt("frogs " + word, "mind_map"));

        assertThat(stream.names())
                .containsOnlyOnce("error")
                .doesNotContain("complete")
                .endsWith("error");
        assertThat(stream.events().getLast().data().path("error_type").asText()).isEqualTo(errorType);
    }

    @Test
    void asksForGuidanceInTheStreamAsWell() {
        var stream = events("/api/generate_graph/stream", Map.of("prompt", "??", "diagram_type", "auto"));

        assertThat(stream.events().getLast().data().path("show_guidance").asBoolean())
                .isTrue();
    }

    @Test
    void checksTheRequestBeforeItStreams() {
        givenUser("1")
                .body(Map.of("prompt", "frogs", "llm", "gpt"))
                .post("/api/generate_graph/stream")
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/generate_graph", "/api/generate_graph/stream", "/api/generate_multi_progressive"})
    void cancelsTheCallsOfAClientThatLeaves(String path) throws IOException {
        var word = "#leaves" + path.replace('/', '-');
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var body = "{\"prompt\":\"frogs [hang] " + word + "\",\"diagram_type\":\"bubble_map\"}";
            socket.getOutputStream().write(request(path, body).getBytes(StandardCharsets.UTF_8));
            await().until(() -> !Siblings.callsWith(word).isEmpty());
        }

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Siblings.callsWith(word))
                        .allSatisfy(call ->
                                assertThat(call.path("closed").asBoolean()).isTrue()));
    }

    @Test
    void sendsEveryModelsDiagramAsItComes() {
        var stream = events("/api/generate_multi_progressive", prompt("frogs [kimi-fails]", "bubble_map"));

        assertThat(stream.events()).hasSize(5);
        assertThat(stream.events().subList(0, 4))
                .extracting(event -> event.data().path("model").asText())
                .containsExactlyInAnyOrder("qwen", "deepseek", "kimi", "doubao");
        assertThat(stream.events().subList(0, 4))
                .allSatisfy(event -> assertThat(event.data().path("success").asBoolean())
                        .isEqualTo(!event.data().path("model").asText().equals("kimi")));
        assertThat(stream.events().getLast().data().path("event").asText()).isEqualTo("complete");
    }

    @Test
    void collectsEveryModelsDiagram() {
        givenUser("1")
                .body(prompt("frogs [kimi-fails]", "bubble_map"))
                .post("/api/generate_multi_parallel")
                .then()
                .statusCode(200)
                .body("success_count", equalTo(3))
                .body("results.kimi.error_type", equalTo("service_error"))
                .body("results.qwen.spec.attributes.size()", equalTo(8))
                .body("models_requested.size()", equalTo(4));
    }

    @Test
    void asksTheModelsItIsToldTo() {
        givenUser("1")
                .body(Map.of("prompt", "Compare frogs and toads", "models", new String[] {"hunyuan"}))
                .post("/api/generate_multi_parallel")
                .then()
                .statusCode(200)
                .body("first_successful", equalTo("hunyuan"))
                .body("results.hunyuan.diagram_type", equalTo("double_bubble_map"));
    }

    @Test
    void isUnavailableWhenNoModelCouldBeAsked() {
        givenUser("1")
                .body(prompt("frogs [busy]", "bubble_map"))
                .post("/api/generate_multi_parallel")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("7"));
    }

    @Test
    void laysAnEditedMindMapOutAgain() {
        givenUser("1")
                .body("{\"spec\":{\"topic\":\"Frogs\",\"_style\":{\"n\":1.50},\"children\":[{\"text\":\"Body\"}]}}")
                .post("/api/recalculate_mindmap_layout")
                .then()
                .statusCode(200)
                .body("spec._style.n", equalTo(1.5f))
                .body("spec._layout.positions.branch_0.text", equalTo("Body"));
        givenUser("1")
                .body("{\"spec\":{\"topic\":\"Frogs\"}}")
                .post("/api/recalculate_mindmap_layout")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("spec"));
    }

    private static EventReader events(String path, Map<String, Object> body) {
        return EventReader.of(givenUser("1")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString());
    }

    private static String request(String path, String body) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + TestTokens.user("1").token() + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
