package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.RunningSimulator;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every documented error comes in its provider's own envelope. */
class ErrorsOnTheWireTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final RunningSimulator RUNNING = new RunningSimulator();

    private final Simulator simulator = RUNNING.simulator();
    private final Caller caller = RUNNING.caller();

    static Stream<Arguments> rows() {
        return Stream.of(
                        Provider.DASHSCOPE,
                        Provider.DEEPSEEK,
                        Provider.MOONSHOT,
                        Provider.HUNYUAN,
                        Provider.ARK,
                        Provider.OPENAI)
                .flatMap(provider ->
                        ErrorCatalogue.of(provider).rows().stream().map(row -> Arguments.of(provider, row)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void givesEachDocumentedErrorOnCommand(Provider provider, ErrorRow row) throws Exception {
        String path = provider.paths().getFirst() + "/chat/completions";
        simulator.addFault(Fault.error(row.key()).at(provider.key()));

        var response = caller.chat(path, "");

        assertThat(response.statusCode()).isEqualTo(row.http());
        if (row.http() == 422) {
            assertThat(response.body()).startsWith("Failed to deserialize");
            return;
        }
        JsonNode error = JSON.readTree(response.body()).path("error");
        assertThat(error.path("message").asText()).isNotBlank();
        if (provider == Provider.MOONSHOT) {
            assertThat(error.path("type").asText()).isEqualTo(row.type());
            assertThat(error.has("code")).isFalse();
        } else if (!row.code().isEmpty()) {
            assertThat(error.path("code").asText()).isIn(row.code(), row.type());
        }
    }

    @Test
    void documentsMoreThanTwoHundredErrors() {
        assertThat(rows()).hasSizeGreaterThan(200);
    }

    @Test
    void givesTheSameErrorOfDashScopeInThreeEnvelopes() throws Exception {
        simulator.addFault(Fault.error("DataInspectionFailed").at("dashscope"));
        var compatible = caller.chat(Caller.DASHSCOPE, "");
        var framed = caller.chat(Caller.DASHSCOPE, ",\"stream\":true");
        var own = caller.post(
                "/dashscope/api/v1/services/aigc/text-generation/generation",
                "{\"model\":\"qwen-plus\",\"input\":{\"prompt\":\"hi\"}}");

        JsonNode body = JSON.readTree(compatible.body());
        assertThat(body.at("/error/code").asText()).isEqualTo("data_inspection_failed");
        assertThat(compatible.headers().firstValue("x-request-id"))
                .contains(body.path("request_id").asText());
        assertThat(framed.statusCode()).isEqualTo(400);
        assertThat(framed.body()).startsWith("data: {\"error\":{").endsWith("}\n\n");
        assertThat(JSON.readTree(own.body()).path("code").asText()).isEqualTo("DataInspectionFailed");
        assertThat(own.headers().firstValue("x-request-id"))
                .contains(JSON.readTree(own.body()).path("request_id").asText());
    }

    @Test
    void moderatesInTheMiddleOfAStream() throws Exception {
        simulator.addFault(Fault.of(FaultKind.ERROR_MID_STREAM)
                .at("dashscope")
                .withCode("output_inspection")
                .afterChunks(3));

        var response = caller.chat(Caller.DASHSCOPE, ",\"stream\":true");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"content\":\"").doesNotContain("[DONE]");
        assertThat(response.body().strip().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("data: {\"error\":{\"message\":\"Output data may contain inappropriate content");
    }

    @Test
    void writesArksRequestIdIntoTheMessageAndTheHeader() throws Exception {
        simulator.addFault(Fault.error("ModelAccountRpmRateLimitExceeded").at("ark"));
        var response = caller.chat(Caller.ARK, "");
        JsonNode error = JSON.readTree(response.body()).path("error");
        String requestId = response.headers().firstValue("x-request-id").orElseThrow();

        assertThat(error.path("message").asText()).endsWith("Request id: " + requestId);
        assertThat(error.path("param").asText("none")).isEmpty();
        assertThat(error.path("type").asText()).isEqualTo("TooManyRequests");
    }

    @ParameterizedTest
    @CsvSource({
        "401," + Caller.DASHSCOPE,
        "401," + Caller.DEEPSEEK,
        "401," + Caller.MOONSHOT,
        "401," + Caller.HUNYUAN,
        "401," + Caller.ARK,
        "401," + Caller.OPENAI
    })
    void refusesAMissingOrBadKey(int status, String path) throws Exception {
        String provider = path.split("/")[1];
        simulator.limits("{\"" + provider + "\":{\"refused_keys\":[\"sk-bad\"]}}");

        assertThat(caller.post(path, Caller.body(path, ""), "authorization", "").statusCode())
                .isEqualTo(status);
        assertThat(caller.post(path, Caller.body(path, ""), "authorization", "Bearer sk-bad")
                        .statusCode())
                .isEqualTo(status);
        assertThat(caller.chat(path, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "400," + Caller.DASHSCOPE,
        "400," + Caller.DEEPSEEK,
        "400," + Caller.MOONSHOT,
        "400," + Caller.HUNYUAN,
        "400," + Caller.ARK,
        "400," + Caller.OPENAI
    })
    void refusesABodyThatIsNoJson(int status, String path) throws Exception {
        assertThat(caller.post(path, "{\"model\":").statusCode()).isEqualTo(status);
        assertThat(caller.post(path, "").statusCode()).isEqualTo(status);
    }

    @Test
    void knowsWhichModelsExist() throws Exception {
        assertThat(caller.post(
                                Caller.MOONSHOT,
                                "{\"model\":\"gpt-4\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(caller.post(
                                Caller.DASHSCOPE,
                                "{\"model\":\"gpt-4\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Temperature should be in [0.0, 2.0)|,\"temperature\":2",
                "Range of n should be [1, 4]|,\"n\":5",
                "Json mode response is not supported when enable_thinking is true|,\"response_format\":{\"type\":\"json_object\"},\"enable_thinking\":true",
                "parameter.enable_thinking must be set to false for non-streaming calls|,\"enable_thinking\":true"
            })
    void refusesWhatDashScopeRefuses(String message, String more) throws Exception {
        assertThat(caller.chat(Caller.DASHSCOPE, more).body()).contains(message);
    }

    @Test
    void wantsHunyuansMessagesToAlternate() throws Exception {
        String twice = "{\"model\":\"hunyuan-turbo\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"},"
                + "{\"role\":\"user\",\"content\":\"b\"}]}";

        assertThat(caller.post(Caller.HUNYUAN, twice).body()).contains("\"code\":\"1001\"");
    }

    @Test
    void saysInPlainTextWhichFieldDeepSeekMisses() throws Exception {
        var response = caller.post(Caller.DEEPSEEK, "{\"messages\":[]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("missing field `model`");
    }

    @Test
    void refusesFaultsThatCannotBe() {
        assertThatThrownBy(() -> simulator.addFault(Fault.error("NoSuchCode").at("ark")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NoSuchCode");
        assertThatThrownBy(() -> simulator.addFault(Fault.error("2003")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to a provider");
    }
}
