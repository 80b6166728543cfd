package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.TestTokens;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import static io.mapwright.llmgateway.Stage.ask;
import static io.mapwright.llmgateway.Stage.chat;
import static io.mapwright.llmgateway.Stage.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@GatewayTest
class FailingProvidersTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void heal() {
        Stage.heal();
    }

    @AfterAll
    static void leaveNoFault() {
        Stage.heal();
    }

    @ParameterizedTest
    @CsvSource({
        "Arrearage, 503, quota_exhausted",
        "invalid_api_key, 502, auth",
        "model_not_found, 502, model_not_found",
        "data_inspection_failed, 400, content_filtered",
        "invalid_parameter_error, 400, invalid_request"
    })
    void areAnsweredByTheMeaningOfTheirErrorAndNotTriedAgain(String code, int status, String category) {
        Stage.fault(Map.of("kind", "error", "provider", "dashscope", "code", code));

        ask(chat("qwen", "Hello"))
                .then()
                .statusCode(status)
                .body("error.code", equalTo(category))
                .header("x-llm-error-source", "provider");

        assertThat(Stage.calls()).hasSize(1);
    }

    @Test
    void areReplacedByTheNextRoute() {
        Stage.fault(Map.of("kind", "error", "provider", "dashscope", "code", "Arrearage"));

        ask(chat("deepseek", "Hello"))
                .then()
                .statusCode(200)
                .header("x-llm-provider", "deepseek")
                .header("x-llm-attempts", "2");
    }

    @Test
    void sayWhenToComeBack() {
        Stage.fault(Map.of("kind", "error", "provider", "dashscope", "code", "Arrearage"));

        ask(chat("qwen", "Hello")).then().statusCode(503).header("retry-after", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf", "split_utf8", "gzip", "keep_alive", "missing_done", "missing_usage"})
    void areUnderstoodInEveryFraming(String kind) {
        Stage.fault(Map.of("kind", kind));

        Response whole = ask(chat("qwen", "介绍青蛙"));
        Response stream = ask(streamed("kimi", "介绍青蛙"));

        whole.then().statusCode(200);
        assertThat(stream.asString())
                .endsWith("data: [DONE]\n\n")
                .doesNotContain("\"error\"")
                .doesNotContain("\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({"html, 503", "reset_before_headers, 502", "truncated_json, 502"})
    void thatAreBrokenAreSaidToBe(String kind, int status) {
        Stage.fault(Map.of("kind", kind, "provider", "openai"));

        ask(chat("local/" + kind, "Hello")).then().statusCode(status).header("x-llm-error-source", "provider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset_mid_stream", "error_mid_stream", "truncated_json"})
    void thatBreakInTheMiddleEndTheStreamWithAnError(String kind) {
        Stage.fault(Map.of("kind", kind, "provider", "dashscope", "after_chunks", 3, "code", "internal_error"));

        String events = ask(streamed("qwen", "Tell me about frogs")).asString();

        assertThat(events).contains("data: {\"error\":{").doesNotContain("[DONE]");
    }

    @Test
    void thatStallAreGivenUpAtTheDeadline() {
        Stage.fault(Map.of("kind", "stall", "provider", "dashscope"));
        long began = System.nanoTime();

        Stage.teacher()
                .header("X-Deadline-Ms", 1200)
                .body(chat("qwen", "Hello"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(504)
                .body("error.code", equalTo("deadline_exceeded"));

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1100), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areLeftWithinASecondWhenTheCallerLeaves(boolean streamed) throws IOException {
        Stage.fault(
                Map.of("kind", streamed ? "stall_mid_stream" : "stall", "provider", "dashscope", "after_chunks", 2));

        try (Socket caller = new Socket("localhost", port)) {
            String body = "{\"model\":\"qwen\",\"stream\":" + streamed
                    + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
            caller.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + TestTokens.user("42").organization("7").token()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            await().atMost(Duration.ofSeconds(5)).until(() -> Stage.calls().size() == 1);
            if (streamed) {
                assertThat(caller.getInputStream().read()).isEqualTo('H');
            }
        }

        await().atMost(Duration.ofSeconds(1))
                .until(() -> !"in_flight".equals(Stage.calls().get(0).get("outcome")));
    }
}
