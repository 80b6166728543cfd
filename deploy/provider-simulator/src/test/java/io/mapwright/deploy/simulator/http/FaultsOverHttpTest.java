package io.mapwright.deploy.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.RunningSimulator;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.ledger.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STREAM = ",\"stream\":true";

    @RegisterExtension
    static final RunningSimulator RUNNING = new RunningSimulator();

    private final Simulator simulator = RUNNING.simulator();
    private final Caller caller = RUNNING.caller();

    @ParameterizedTest
    @ValueSource(strings = {"", STREAM})
    void resetsTheConnectionBeforeAnyHeader(String more) {
        simulator.addFault(Fault.of(FaultKind.RESET_BEFORE_HEADERS));

        assertThatThrownBy(() -> caller.chat(Caller.OPENAI, more)).isInstanceOf(IOException.class);
        assertThat(simulator.callsSince(0).getFirst().outcome()).isEqualTo(Outcome.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", STREAM})
    void resetsTheConnectionInTheMiddle(String more) {
        simulator.addFault(Fault.of(FaultKind.RESET_MID_STREAM));

        assertThatThrownBy(() -> caller.chat(Caller.OPENAI, more)).isInstanceOf(IOException.class);
        assertThat(simulator.stats().total().traffic().inFlight()).isZero();
    }

    @Test
    void answersWithAProxysPage() throws Exception {
        simulator.addFault(Fault.of(FaultKind.HTML));
        var response = caller.chat(Caller.DASHSCOPE, "");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).contains("<center><h1>502 Bad Gateway</h1></center>");
        assertThat(response.headers().firstValue("content-type")).contains("text/html");
    }

    @Test
    void answers429WithoutABody() throws Exception {
        simulator.addFault(Fault.of(FaultKind.EMPTY_429));
        var response = caller.chat(Caller.DASHSCOPE, "");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void cutsTheJsonInTheMiddle() throws Exception {
        simulator.addFault(Fault.of(FaultKind.TRUNCATED_JSON));
        String whole = caller.chat(Caller.OPENAI, "").body();
        String stream = caller.chat(Caller.OPENAI, STREAM).body();

        assertThatThrownBy(() -> JSON.readTree(whole)).isInstanceOf(JsonProcessingException.class);
        assertThat(stream).doesNotContain("[DONE]").contains("data: ");
    }

    @Test
    void forgetsTheLastLine() throws Exception {
        simulator.addFault(Fault.of(FaultKind.MISSING_DONE));
        String stream = caller.chat(Caller.OPENAI, STREAM).body();

        assertThat(stream).contains("\"finish_reason\":\"stop\"").doesNotContain("[DONE]");
    }

    @Test
    void forgetsTheUsage() throws Exception {
        simulator.addFault(Fault.of(FaultKind.MISSING_USAGE));
        String stream = caller.chat(Caller.DEEPSEEK, STREAM).body();

        assertThat(stream).contains("\"finish_reason\":\"stop\"").doesNotContain("prompt_tokens");
    }

    @Test
    void endsLinesWithCarriageReturns() throws Exception {
        simulator.addFault(Fault.of(FaultKind.CRLF));

        assertThat(caller.chat(Caller.OPENAI, STREAM).body()).endsWith("data: [DONE]\r\n\r\n");
    }

    @Test
    void sendsTheSameBytesInSegmentsOfThree() throws Exception {
        String good = text(caller.chat(Caller.OPENAI, STREAM).body());
        simulator.addFault(Fault.of(FaultKind.SPLIT_UTF8));

        assertThat(text(caller.chat(Caller.OPENAI, STREAM).body()))
                .isEqualTo(good)
                .contains("水循环");
        assertThat(JSON.readTree(caller.chat(Caller.OPENAI, "").body()).has("choices"))
                .isTrue();
    }

    @Test
    void compressesUnasked() throws Exception {
        simulator.addFault(Fault.of(FaultKind.GZIP));
        for (String more : List.of("", STREAM)) {
            var response = caller.bytes(Caller.OPENAI, more);

            assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
            String plain = new String(
                    new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(plain).contains("水循环");
        }
    }

    @Test
    void putsCommentsAndBlankLinesBetweenEvents() throws Exception {
        simulator.addFault(Fault.of(FaultKind.KEEP_ALIVE));

        assertThat(caller.chat(Caller.DEEPSEEK, STREAM).body()).contains(": keep-alive\n\n\ndata: ");
        assertThat(caller.chat(Caller.DEEPSEEK, "").body()).startsWith("\n\n\n{");
    }

    @Test
    void keepsDeepSeeksCallersWaitingWithSignsOfLife() throws Exception {
        simulator.limits("{\"deepseek\":{\"keep_alive_ms\":40,\"first_byte_ms\":{\"median\":150}}}");
        String stream = caller.chat(Caller.DEEPSEEK, STREAM).body();
        String whole = caller.chat(Caller.DEEPSEEK, "").body();

        assertThat(stream).startsWith(": keep-alive\n\n: keep-alive\n\n");
        assertThat(whole).startsWith("\n\n");
        assertThat(JSON.readTree(whole).has("choices")).isTrue();
    }

    @Test
    void endsACallThatReachesTheProvidersCap() throws Exception {
        simulator.limits("{\"dashscope\":{\"cap_seconds\":1}}");
        simulator.addFault(Fault.of(FaultKind.STALL).at("dashscope"));
        var response = caller.chat(Caller.DASHSCOPE, "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("RequestTimeOut");
    }

    @Test
    void pausesInTheMiddleAndGoesOn() throws Exception {
        String good = text(caller.chat(Caller.OPENAI, STREAM).body());
        simulator.addFault(Fault.of(FaultKind.PAUSE_MID_STREAM).withDelayMs(300));
        long started = System.nanoTime();

        assertThat(text(caller.chat(Caller.OPENAI, STREAM).body())).isEqualTo(good);
        assertThat(System.nanoTime() - started).isGreaterThan(290_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compat|{\"error\":{",
                "native|{\"code\":\"Arrearage\",\"message\":\"Access denied",
                "sse|data: {\"error\":{",
                "ids_inside|\"id\":\"chatcmpl-",
                "bare|\"code\":\"Arrearage\"}}",
                "plain|Access denied, please make sure"
            })
    void putsAnErrorIntoAnotherEnvelope(String form, String part) throws Exception {
        simulator.addFault(Fault.error("Arrearage").at("dashscope"));
        simulator.addFault(Fault.of(FaultKind.ENVELOPE).at("dashscope").withCode(form));
        var response = caller.chat(Caller.DASHSCOPE, "");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(part);
        assertThat(simulator.stats().of("dashscope").failures()).containsEntry("Arrearage", 1L);
    }

    @Test
    void emptiesAnEnvelope() throws Exception {
        simulator.addFault(Fault.error("Throttling.RateQuota").at("dashscope"));
        simulator.addFault(Fault.of(FaultKind.ENVELOPE).at("dashscope").withCode("empty"));
        var response = caller.chat(Caller.DASHSCOPE, "");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-type")).isEmpty();
    }

    @Test
    void answersInProseOrAFenceWhenTold() throws Exception {
        int prose = simulator.addFault(Fault.of(FaultKind.PROSE));
        assertThat(answer()).doesNotStartWith("{").doesNotContain("\"context\"");
        simulator.removeFault(prose);
        simulator.addFault(Fault.of(FaultKind.FENCED));
        assertThat(answer()).contains("```json\n{");
        simulator.clearFaults();
        simulator.addFault(Fault.of(FaultKind.TEXT).withText("{broken"));
        assertThat(answer()).isEqualTo("{broken");
    }

    @Test
    void strikesOnlyTheCallsItIsMeantForAndOnlySoOften() throws Exception {
        simulator.addFault(Fault.of(FaultKind.EMPTY_429).forModel("gpt-x").times(2));

        assertThat(caller.chat(Caller.DASHSCOPE, "").statusCode()).isEqualTo(200);
        assertThat(caller.chat(Caller.OPENAI, "").statusCode()).isEqualTo(429);
        assertThat(caller.chat(Caller.OPENAI, "").statusCode()).isEqualTo(429);
        assertThat(caller.chat(Caller.OPENAI, "").statusCode()).isEqualTo(200);
    }

    @Test
    void strikesTheSameCallsForTheSameSeed() throws Exception {
        assertThat(pattern(5)).isEqualTo(pattern(5)).contains(200, 429).isNotEqualTo(pattern(6));
    }

    private static List<Integer> pattern(long seed) throws Exception {
        try (Simulator seeded = Simulator.start(SimulatorOptions.defaults().withSeed(seed))) {
            seeded.addFault(Fault.of(FaultKind.EMPTY_429).withProbability(0.4));
            Caller its = new Caller(seeded);
            return IntStream.range(0, 40)
                    .mapToObj(i -> its.start(Caller.OPENAI, "").join().statusCode())
                    .toList();
        }
    }

    private String answer() throws Exception {
        return JSON.readTree(caller.chat(Caller.OPENAI, "").body())
                .at("/choices/0/message/content")
                .asText();
    }

    private static String text(String stream) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : stream.split("\n")) {
            if (line.startsWith("data: {")) {
                text.append(JSON.readTree(line.substring(6))
                        .at("/choices/0/delta/content")
                        .asText(""));
            }
        }
        return text.toString();
    }
}
