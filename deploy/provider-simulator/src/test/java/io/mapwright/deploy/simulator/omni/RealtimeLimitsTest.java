package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.ledger.Call;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.ledger.Session;
import io.mapwright.deploy.simulator.ledger.SessionTotals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.zip.CRC32;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Who is let into a realtime session, what it may use, how it ends, and what is counted of it. */
class RealtimeLimitsTest {

    private static final String MODEL = "qwen3-omni-flash-realtime";

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void refusesABadKeyAndAnUnknownModelOnTheUpgrade() {
        simulator.limits("{\"omni\":{\"refused_keys\":[\"sk-bad\"]}}");

        assertThat(refusal("sk-bad", MODEL)).isEqualTo(401);
        assertThat(refusal("", MODEL)).isEqualTo(401);
        assertThat(refusal("sk-test", "gpt-4o-realtime")).isEqualTo(404);
        assertThat(simulator.stats().sessions().refused()).isEqualTo(3);
    }

    @Test
    void letsInAsManySessionsAsTheAccountMayHaveAtOnce() {
        simulator.limits("{\"omni\":{\"account\":{\"in_flight\":1}}}");
        try (Phone phone = Phone.call(simulator)) {
            phone.await("session.created");
            assertThat(refusal("sk-test", MODEL)).isEqualTo(429);
            phone.hangUp();
            await().untilAsserted(() ->
                    assertThat(simulator.stats().sessions().open()).isZero());
        }
        try (Phone next = Phone.call(simulator)) {
            next.await("session.created");
        }
    }

    @Test
    void countsTurnsAsRequestsAndRefusesThemInTheSession() {
        simulator.limits("{\"omni\":{\"account\":{\"requests_per_minute\":1}}}");
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.done");
            phone.say();

            assertThat(phone.await("error").at("/error/code").asText()).isEqualTo("limit_requests");
            assertThat(phone.heard("response.created")).hasSize(1);
            assertThat(phone.heard("conversation.item.input_audio_transcription.completed"))
                    .hasSize(2);
            assertThat(simulator.stats().of("omni").rejections()).containsEntry("requests_per_minute", 1L);
        }
    }

    @Test
    void chargesTheTokensOfTurnsAgainstTheMinute() {
        simulator.limits("{\"omni\":{\"account\":{\"tokens_per_minute\":60}}}");
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.done");
            phone.say();

            assertThat(phone.await("error").at("/error/code").asText()).isEqualTo("insufficient_quota");
        }
    }

    @Test
    void closesASessionWhoseTimeIsUp() {
        simulator.limits("{\"omni\":{\"cap_seconds\":1}}");
        try (Phone phone = Phone.call(simulator)) {
            assertThat(phone.closeCode()).isEqualTo(1001);
            await().untilAsserted(() ->
                    assertThat(simulator.stats().sessions().closedByProvider()).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"close,0,1011", "close,1013,1013", "reset_mid_stream,0,1006"})
    void breaksASessionOffInMidAnswer(String kind, int status, int code) {
        simulator.addFault(new Fault(FaultKind.of(kind), "omni", null, null, 1, 0, null, status, 0, 2, null));
        try (Phone phone = Phone.call(simulator)) {
            phone.say();

            assertThat(phone.closeCode()).isEqualTo(code);
            assertThat(phone.heard("response.audio.delta").size()).isEqualTo(2);
            await().untilAsserted(() ->
                    assertThat(simulator.callsSince(0).getFirst().outcome()).isEqualTo(Outcome.BROKEN));
        }
    }

    @Test
    void failsATurnAndGoesOn() {
        simulator.addFault(
                new Fault(FaultKind.ERROR_MID_STREAM, "omni", null, null, 1, 1, "DataInspectionFailed", 0, 0, 1, null));
        try (Phone phone = Phone.call(simulator)) {
            phone.say();

            assertThat(phone.await("error").at("/error/code").asText()).isEqualTo("data_inspection_failed");
            assertThat(phone.await("response.done").at("/response/status").asText())
                    .isEqualTo("failed");
            phone.forget();
            phone.say();
            assertThat(phone.await("response.done").at("/response/status").asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void failsTheUpgradeOnCommand() {
        simulator.addFault(Fault.of(FaultKind.HTML).at("omni").times(1));
        assertThat(refusal("sk-test", MODEL)).isEqualTo(502);
        simulator.addFault(Fault.error("Arrearage").at("omni").times(1));
        assertThat(refusal("sk-test", MODEL)).isEqualTo(400);
        simulator.addFault(Fault.of(FaultKind.STALL).at("omni").times(1));
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            await().during(Duration.ofMillis(200)).until(() -> phone.heard().isEmpty());
        }
    }

    @Test
    void closesEverySessionOnCommand() throws Exception {
        try (Phone one = Phone.call(simulator);
                Phone two = Phone.call(simulator)) {
            one.await("session.created");
            two.await("session.created");
            new Caller(simulator).send("DELETE", "/sim/sessions?code=1012", "");

            assertThat(one.closeCode()).isEqualTo(1012);
            assertThat(two.closeCode()).isEqualTo(1012);
        }
    }

    @Test
    void countsWhatPassedThroughASession() {
        byte[] sound = Phone.tone(600, 0.3);
        CRC32 crc = new CRC32();
        crc.update(sound);
        crc.update(new byte[32_000]);
        try (Phone phone = Phone.call(simulator)) {
            phone.append(sound);
            phone.beSilent(1_000);
            phone.await("response.done");
            phone.hangUp();
            assertThat(phone.closeCode()).isEqualTo(1000);
            await().untilAsserted(() ->
                    assertThat(simulator.stats().sessions().closedByClient()).isEqualTo(1));

            Session session = simulator.sessionsSince(0).getFirst();
            assertThat(session.flow().framesIn()).isEqualTo(16);
            assertThat(session.flow().framesOut()).isEqualTo(phone.heard().size());
            assertThat(session.flow().heardMs()).isEqualTo(1_600);
            assertThat(session.flow().turns()).isEqualTo(1);
            assertThat(session.heardCrc32()).isEqualTo("%08x".formatted(crc.getValue()));
            SessionTotals totals = simulator.stats().sessions();
            assertThat(totals.opened()).isEqualTo(1);
            assertThat(totals.flow()).isEqualTo(session.flow());
            Call turn = simulator.callsSince(0).getFirst();
            assertThat(turn.requestId()).isEqualTo("call-1");
            assertThat(turn.outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(turn.completionTokens())
                    .isEqualTo(phone.heard("response.done")
                            .getFirst()
                            .at("/response/usage/output_tokens")
                            .asInt());
            assertThat(turn.promptTokens())
                    .isEqualTo(phone.heard("response.done")
                            .getFirst()
                            .at("/response/usage/input_tokens")
                            .asInt());
        }
    }

    @Test
    void noticesAClientThatIsGone() {
        simulator.limits("{\"omni\":{\"tokens_per_second\":40}}");
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.audio.delta");
        }

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(simulator.stats().sessions().dropped()).isEqualTo(1);
            assertThat(simulator.callsSince(0).getFirst().outcome()).isEqualTo(Outcome.ABORTED);
            assertThat(simulator.stats().sessions().open()).isZero();
        });
    }

    private int refusal(String key, String model) {
        CompletionException failed = catchThrowableOfType(
                CompletionException.class,
                () -> Phone.call(simulator, key, model).close());
        return ((WebSocketHandshakeException) failed.getCause()).getResponse().statusCode();
    }
}
