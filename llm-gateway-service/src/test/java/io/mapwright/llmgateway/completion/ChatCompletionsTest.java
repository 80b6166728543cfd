package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.TestTokens;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static io.mapwright.llmgateway.Stage.ask;
import static io.mapwright.llmgateway.Stage.chat;
import static io.mapwright.llmgateway.Stage.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@GatewayTest
class ChatCompletionsTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void heal() {
        Stage.heal();
    }

    @ParameterizedTest
    @CsvSource({
        "qwen, dashscope, qwen-plus",
        "qwen-turbo, dashscope, qwen-turbo",
        "deepseek, dashscope, deepseek-v3.1",
        "kimi, moonshot, kimi-k2-0905-preview",
        "doubao, ark, doubao-1-5-pro-32k-250115",
        "hunyuan, hunyuan, hunyuan-turbos-latest",
        "llama, local, llama3.2",
        "local/some-model, local, some-model"
    })
    void answersInOnePiece(String model, String provider, String physical) {
        ask(chat(model, "Hello"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("x-llm-provider", provider)
                .header("x-llm-model", physical)
                .header("x-llm-attempts", "1")
                .header("x-request-id", notNullValue())
                .body("object", equalTo("chat.completion"))
                .body("choices[0].message.content", not(""))
                .body("usage.total_tokens", greaterThan(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen", "deepseek", "kimi", "doubao", "hunyuan", "llama", "local/some-model"})
    void answersPieceByPiece(String model) {
        Map<String, Object> body = streamed(model, "Tell me about frogs");
        body.put("stream_options", Map.of("include_usage", true));

        Response response = ask(body);

        response.then().statusCode(200).contentType("text/event-stream");
        List<String> events =
                response.asString().lines().filter(line -> !line.isEmpty()).toList();
        assertThat(events).allMatch(line -> line.startsWith("data: "));
        assertThat(events).last().isEqualTo("data: [DONE]");
        assertThat(events.get(events.size() - 2)).contains("\"choices\":[]").contains("\"total_tokens\":");
    }

    @Test
    void tellsNoUsageInAStreamUnlessAsked() {
        assertThat(ask(streamed("kimi", "Hello")).asString()).doesNotContain("total_tokens");
    }

    @Test
    void namesTheKnownModelsToWhoAsksForAnother() {
        ask(chat("gpt-9", "Hello"))
                .then()
                .statusCode(404)
                .body("error.code", equalTo("model_not_found"))
                .body("error.param", equalTo("model"))
                .body("error.message", containsString("qwen-turbo"))
                .header("x-llm-error-source", "gateway");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hunyuan| n| 2",
                "hunyuan| response_format| {\"type\":\"json_object\"}",
                "hunyuan| logprobs| true",
                "doubao| n| 2",
                "doubao| seed| 7",
                "deepseek/deepseek-chat| seed| 7",
                "deepseek/deepseek-chat| n| 2",
                "moonshot/kimi-latest| seed| 7",
                "moonshot/kimi-latest| logit_bias| {\"50256\":-100}"
            })
    void refusesWhatNoProviderOfTheModelHas(String model, String member, String value) {
        Stage.teacher()
                .body("{\"model\":\"" + model + "\",\"" + member + "\":" + value
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.param", equalTo(member))
                .body("error.code", equalTo("unsupported_parameter"))
                .body("error.message", containsString(member));

        assertThat(Stage.calls()).isEmpty();
    }

    @Test
    void takesTheRouteThatHasWhatIsAsked() {
        Map<String, Object> body = chat("kimi", "Hello");
        body.put("seed", 7);

        ask(body).then().statusCode(200).header("x-llm-provider", "dashscope");
    }

    @Test
    void demandsACredentialInTheDialectOfItsClients() {
        Stage.as("rubbish")
                .body(chat("qwen", "Hello"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(401)
                .body("error.type", equalTo("authentication_error"))
                .body("error.message", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model\":\"qwen\"}| messages",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| model",
                "{\"model\":7,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| model",
                "{\"model\":\"qwen\",\"messages\":[]}| messages",
                "{\"model\":\"qwen\",\"messages\":[{\"role\":\"boss\",\"content\":\"x\"}]}| messages[0].role",
                "{\"model\":\"qwen\",\"messages\":[{\"role\":\"user\"}]}| messages[0].content",
                "{\"model\":\"qwen\",\"temperature\":\"hot\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| temperature",
                "{\"model\":\"qwen\",\"stream\":1,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| stream",
                "{\"model\":\"qwen\",\"max_tokens\":0,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| max_tokens",
                "{\"model\":\"qwen\",\"stop\":5,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}| stop"
            })
    void saysWhichMemberIsWrong(String body, String parameter) {
        Stage.teacher()
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.param", equalTo(parameter))
                .body("error.message", containsString(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"model\":\"qwen\"} x"})
    void saysThatABodyIsNotAJsonObject(String body) {
        Stage.teacher()
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.message", containsString("body"));
    }

    @ParameterizedTest
    @CsvSource({"X-Priority, urgent", "X-Deadline-Ms, soon", "X-Deadline-Ms, 0", "X-Request-Type, a b"})
    void saysWhichHeaderIsWrong(String name, String value) {
        Stage.teacher()
                .header(name, value)
                .body(chat("qwen", "Hello"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.param", equalTo(name));
    }

    @Test
    void refusesABodyThatIsTooLargeInTheDialect() {
        Stage.teacher()
                .body("{\"model\":\"qwen\",\"x\":\"" + "y".repeat(4_500_000) + "\"}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(413)
                .contentType("application/json")
                .header("x-request-id", notNullValue())
                .header("x-llm-error-source", "gateway")
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.code", equalTo("body_too_large"))
                .body("error.message", containsString("4194304 bytes"));
    }

    @Test
    void refusesALargeBodyThatDeclaresNoLength() throws Exception {
        byte[] body = ("{\"model\":\"qwen\",\"x\":\"" + "y".repeat(4_500_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/chat/completions"))
                .header("Authorization", "Bearer " + TestTokens.user("42").token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("body_too_large");
        }
    }

    @Test
    void tellsWhatIsLeftOfTheQuota() {
        ask(chat("qwen", "Hello"))
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", containsString("\"requests-per-minute\";q="))
                .header("RateLimit", containsString("\"requests-per-minute\";r="))
                .header("x-ratelimit-limit-requests", notNullValue())
                .header("x-ratelimit-remaining-requests", notNullValue())
                .header("x-ratelimit-reset-requests", notNullValue());
    }

    @Test
    void listsTheModelsWithTheirRoutes() {
        Stage.teacher()
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("object", equalTo("list"))
                .body("data.find { it.id == 'deepseek' }.routes.provider", equalTo(List.of("dashscope", "deepseek")));
    }
}
