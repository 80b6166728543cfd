package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.RunningSimulator;
import io.mapwright.deploy.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers have the members, and streams the sequence of events, that the providers' documentation shows. */
class AnswersOnTheWireTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USAGE = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    @RegisterExtension
    static final RunningSimulator RUNNING = new RunningSimulator();

    private final Simulator simulator = RUNNING.simulator();
    private final Caller caller = RUNNING.caller();

    @Test
    void givesDashScopesAnswersTheIdOfTheirRequest() throws Exception {
        var compatible = caller.chat(Caller.DASHSCOPE, "");
        var own = caller.post(
                "/dashscope/api/v1/services/aigc/text-generation/generation",
                "{\"model\":\"qwen-plus\",\"input\":{\"prompt\":\"hi\"}}");

        assertThat(compatible.headers().firstValue("x-request-id").map(id -> "chatcmpl-" + id))
                .contains(JSON.readTree(compatible.body()).path("id").asText());
        assertThat(own.headers().firstValue("x-request-id"))
                .contains(JSON.readTree(own.body()).path("request_id").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "dashscope," + Caller.DASHSCOPE, "deepseek," + Caller.DEEPSEEK, "moonshot," + Caller.MOONSHOT,
        "hunyuan," + Caller.HUNYUAN, "ark," + Caller.ARK, "openai," + Caller.OPENAI
    })
    void givesAWholeAnswerInTheDocumentedShape(String provider, String path) throws Exception {
        var response = caller.chat(path, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonShape.of(JSON.readTree(response.body())))
                .isEqualTo(JsonShape.of(JSON.readTree(sample(provider + ".json"))));
    }

    @ParameterizedTest
    @CsvSource({
        "dashscope,true," + Caller.DASHSCOPE, "deepseek,false," + Caller.DEEPSEEK, "moonshot,false," + Caller.MOONSHOT,
        "hunyuan,false," + Caller.HUNYUAN, "ark,true," + Caller.ARK, "openai,true," + Caller.OPENAI
    })
    void streamsTheDocumentedSequenceOfEvents(String provider, boolean asksForUsage, String path) throws Exception {
        var response = caller.chat(path, asksForUsage ? USAGE : ",\"stream\":true");

        assertThat(response.headers().firstValue("content-type"))
                .get()
                .asString()
                .startsWith("text/event-stream");
        assertThat(sequence(response.body())).isEqualTo(sequence(sample(provider + ".sse")));
    }

    @ParameterizedTest
    @CsvSource({Caller.DASHSCOPE, Caller.DEEPSEEK, Caller.MOONSHOT, Caller.HUNYUAN, Caller.ARK, Caller.OPENAI})
    void streamsTheSameTextAndUsageAsAWholeAnswer(String path) throws Exception {
        JsonNode whole = JSON.readTree(caller.chat(path, "").body());
        StringBuilder text = new StringBuilder();
        JsonNode usage = JSON.missingNode();
        for (String event : events(caller.chat(path, USAGE).body())) {
            if (!event.equals("[DONE]")) {
                JsonNode chunk = JSON.readTree(event);
                JsonNode choice = chunk.path("choices").path(0);
                text.append(choice.path("delta").path("content").asText(""));
                usage = chunk.hasNonNull("usage")
                        ? chunk.path("usage")
                        : choice.has("usage") ? choice.path("usage") : usage;
            }
        }

        assertThat(text).hasToString(whole.at("/choices/0/message/content").asText());
        assertThat(usage).isEqualTo(whole.path("usage"));
    }

    @Test
    void omitsTheUsageEventWhenNobodyAskedForIt() throws Exception {
        String body = caller.chat(Caller.DASHSCOPE, ",\"stream\":true").body();

        assertThat(body)
                .doesNotContain("prompt_tokens")
                .contains("\"usage\":null")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void countsUsageInEveryChunkOfArkWhenAskedTo() throws Exception {
        String more = ",\"stream\":true,\"stream_options\":{\"include_usage\":true,\"chunk_include_usage\":true}";
        List<Integer> totals = new ArrayList<>();
        for (String event : events(caller.chat(Caller.ARK, more).body())) {
            if (!event.equals("[DONE]")) {
                totals.add(JSON.readTree(event)
                        .path("usage")
                        .path("completion_tokens")
                        .asInt());
            }
        }

        assertThat(totals).isSorted().doesNotContain(0).hasSizeGreaterThan(3);
    }

    @Test
    void sendsThoughtsBeforeTheAnswerOfAThinkingModel() throws Exception {
        String more = USAGE + ",\"enable_thinking\":true";
        String body = caller.chat(Caller.DASHSCOPE, more).body();

        assertThat(body).contains("\"content\":null,\"reasoning_content\":").contains("\"reasoning_tokens\":");
        assertThat(body.indexOf("reasoning_content")).isLessThan(body.indexOf("\"content\":\"{"));
    }

    @Test
    void callsATool() throws Exception {
        String tools =
                ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"draw\",\"parameters\":{\"type\":\"object\","
                        + "\"properties\":{\"topic\":{\"type\":\"string\"},\"nodes\":{\"type\":\"integer\"}}}}}]";
        JsonNode whole = JSON.readTree(caller.chat(Caller.OPENAI, tools).body());
        JsonNode call = whole.at("/choices/0/message/tool_calls/0");

        assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(whole.at("/choices/0/message/content").isNull()).isTrue();
        assertThat(call.path("function").path("name").asText()).isEqualTo("draw");
        assertThat(JSON.readTree(call.path("function").path("arguments").asText())
                        .has("topic"))
                .isTrue();

        StringBuilder arguments = new StringBuilder();
        for (String event :
                events(caller.chat(Caller.OPENAI, ",\"stream\":true" + tools).body())) {
            if (!event.equals("[DONE]")) {
                arguments.append(JSON.readTree(event)
                        .at("/choices/0/delta/tool_calls/0/function/arguments")
                        .asText(""));
            }
        }
        assertThat(arguments)
                .hasToString(call.path("function").path("arguments").asText());
    }

    @Test
    void cutsAnAnswerAtTheTokenLimitAndAtAStopWord() throws Exception {
        JsonNode cut =
                JSON.readTree(caller.chat(Caller.OPENAI, ",\"max_tokens\":5").body());
        JsonNode stopped = JSON.readTree(
                caller.chat(Caller.OPENAI, ",\"stop\":[\"context\"]").body());

        assertThat(cut.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(cut.at("/usage/completion_tokens").asInt()).isLessThanOrEqualTo(5);
        assertThat(stopped.at("/choices/0/message/content").asText())
                .endsWith("\"")
                .doesNotContain("context");
    }

    @Test
    void givesAsManyAlternativesAsAskedFor() throws Exception {
        assertThat(JSON.readTree(caller.chat(Caller.OPENAI, ",\"n\":3").body()).path("choices"))
                .hasSize(3);
    }

    @Test
    void listsModels() throws Exception {
        JsonNode models = JSON.readTree(caller.get("/moonshot/v1/models").body());

        assertThat(models.path("object").asText()).isEqualTo("list");
        assertThat(models.path("data").findValuesAsText("id")).contains("kimi-latest");
    }

    @Test
    void speaksDashScopesOwnApi() throws Exception {
        String path = "/dashscope/api/v1/services/aigc/text-generation/generation";
        String body = "{\"model\":\"qwen-plus\",\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]},"
                + "\"parameters\":{\"result_format\":\"message\",\"incremental_output\":true}}";
        JsonNode whole = JSON.readTree(caller.post(path, body).body());
        String stream = caller.post(path, body, "X-DashScope-SSE", "enable").body();

        assertThat(whole.at("/output/choices/0/message/content").asText()).isNotBlank();
        assertThat(whole.at("/usage/input_tokens").asInt()).isPositive();
        assertThat(whole.path("request_id").asText()).isNotBlank();
        assertThat(stream)
                .startsWith("id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"choices\":[{\"message\":")
                .contains("\"finish_reason\":\"null\"")
                .contains("\"finish_reason\":\"stop\"")
                .doesNotContain("[DONE]");
    }

    @Test
    void repeatsTheWholeTextInDashScopesOwnStreamUnlessTheIncrementsAreWanted() throws Exception {
        String path = "/dashscope/api/v1/services/aigc/text-generation/generation";
        String body = "{\"model\":\"qwen-plus\",\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]}}";
        String last = "";
        for (String line :
                caller.post(path, body, "X-DashScope-SSE", "enable").body().split("\n")) {
            if (line.startsWith("data:")) {
                String text = JSON.readTree(line.substring(5))
                        .at("/output/choices/0/message/content")
                        .asText();
                assertThat(text).startsWith(last);
                last = text;
            }
        }
        assertThat(last).contains("你好");
    }

    @Test
    void speaksHunyuansOwnApi() throws Exception {
        String body = "{\"Model\":\"hunyuan-turbo\",\"Messages\":[{\"Role\":\"user\",\"Content\":\"你好\"}]}";
        String signed =
                "TC3-HMAC-SHA256 Credential=AKIDx/2026-11-24/hunyuan/tc3_request, SignedHeaders=host, Signature=0";
        JsonNode good = JSON.readTree(
                caller.post("/hunyuan-native/", body, "authorization", signed).body());
        JsonNode bad = JSON.readTree(caller.post("/hunyuan-native/", body).body());

        assertThat(good.at("/Response/Choices/0/Message/Content").asText()).isNotBlank();
        assertThat(bad.at("/Response/Error/Code").asText()).isEqualTo("AuthFailure.SignatureFailure");
    }

    /** The shapes of the events, each repetition once. */
    private static LinkedHashSet<String> sequence(String stream) throws IOException {
        LinkedHashSet<String> shapes = new LinkedHashSet<>();
        for (String event : events(stream)) {
            shapes.add(event.equals("[DONE]") ? event : JsonShape.of(JSON.readTree(event)));
        }
        return shapes;
    }

    private static List<String> events(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
    }

    private static String sample(String name) throws IOException {
        try (InputStream in = AnswersOnTheWireTest.class.getResourceAsStream("/providers/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
