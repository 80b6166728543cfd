package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.simulator.Caller;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class DifyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/dify/v1/chat-messages";

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());
    private final Caller caller = new Caller(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void answersAtOnceWhenAskedToBlock() throws Exception {
        JsonNode answer = JSON.readTree(caller.post(PATH, body("blocking", "")).body());

        assertThat(answer.path("event").asText()).isEqualTo("message");
        assertThat(answer.path("answer").asText()).contains("水循环");
        assertThat(answer.at("/metadata/usage/total_tokens").asInt())
                .isEqualTo(answer.at("/metadata/usage/prompt_tokens").asInt()
                        + answer.at("/metadata/usage/completion_tokens").asInt());
        assertThat(answer.at("/metadata/usage/total_price").asText()).matches("\\d\\.\\d{7}");
    }

    @Test
    void streamsMessagesAndEndsWithMessageEnd() throws Exception {
        var response = caller.post(PATH, body("streaming", ""));
        List<JsonNode> events = events(response.body());

        assertThat(events.getFirst().path("event").asText()).isEqualTo("message");
        assertThat(events.getLast().path("event").asText()).isEqualTo("message_end");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.path("task_id").asText()).isNotBlank());
        assertThat(response.body()).doesNotContain("[DONE]");
    }

    @Test
    void continuesAConversationItKnowsAndNoOther() throws Exception {
        String id = JSON.readTree(caller.post(PATH, body("blocking", "")).body())
                .path("conversation_id")
                .asText();
        JsonNode next = JSON.readTree(caller.post(PATH, body("blocking", id)).body());
        var unknown = caller.post(PATH, body("blocking", "nobody"));

        assertThat(next.path("conversation_id").asText()).isEqualTo(id);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Conversation Not Exists.");
    }

    @Test
    void pingsWithoutDataWhileItWorks() throws Exception {
        simulator.limits(
                "{\"dify\":{\"keep_alive_ms\":60,\"first_byte_ms\":{\"median\":200},\"tokens_per_second\":300}}");

        assertThat(caller.post(PATH, body("streaming", "")).body())
                .startsWith("event: ping\n\nevent: ping\n\n")
                .containsPattern("\"message\".*\\n\\nevent: ping\\n\\ndata: ");
    }

    @Test
    void putsAnErrorIntoAStreamThatBeganWell() throws Exception {
        simulator.addFault(Fault.of(FaultKind.ERROR_MID_STREAM).at("dify").withCode("completion_request_error"));
        var response = caller.post(PATH, body("streaming", ""));
        JsonNode last = events(response.body()).getLast();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(last.path("event").asText()).isEqualTo("error");
        assertThat(last.path("code").asText()).isEqualTo("completion_request_error");
        assertThat(last.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void pingsOnInAPauseAndFallsSilentInAStall() throws Exception {
        simulator.limits("{\"dify\":{\"keep_alive_ms\":50}}");
        simulator.addFault(Fault.of(FaultKind.PAUSE_MID_STREAM).withDelayMs(200).times(1));
        assertThat(caller.post(PATH, body("streaming", "")).body())
                .containsPattern("\\n\\nevent: ping\\n\\nevent: ping\\n\\n[^§]*data: ");

        simulator.limits("{\"dify\":{\"cap_seconds\":1}}");
        simulator.addFault(Fault.of(FaultKind.STALL_MID_STREAM));
        List<String> lines = new CopyOnWriteArrayList<>();
        assertThatThrownBy(() -> caller.lines(PATH, body("streaming", ""), lines::add))
                .hasRootCauseInstanceOf(IOException.class);
        assertThat(lines).isNotEmpty().doesNotContain("event: ping").hasSizeLessThan(12);
    }

    @Test
    void namesMessagesOfAnAgentDifferently() throws Exception {
        var response = caller.post(PATH, body("streaming", ""), "authorization", "Bearer app-agent-1");

        assertThat(events(response.body()).getFirst().path("event").asText()).isEqualTo("agent_message");
    }

    @Test
    void sendsEventsThatAreNotOfTheAnswerAndReplacesItOnCommand() throws Exception {
        simulator.addFault(Fault.of(FaultKind.EXTRA_EVENTS));
        simulator.addFault(Fault.of(FaultKind.REPLACED).withText("不便回答"));
        List<JsonNode> events = events(caller.post(PATH, body("streaming", "")).body());

        assertThat(events)
                .extracting(event -> event.path("event").asText())
                .contains("workflow_started", "node_started", "agent_thought", "tts_message", "message")
                .endsWith("message_replace", "message_end");
        assertThat(events.get(events.size() - 2).path("answer").asText()).isEqualTo("不便回答");
    }

    @Test
    void isCutOffByTheProxyInFrontWhenABlockingAnswerTakesTooLong() throws Exception {
        simulator.limits("{\"dify\":{\"cap_seconds\":1}}");
        simulator.addFault(Fault.of(FaultKind.STALL));

        var response = caller.post(PATH, body("blocking", ""));
        assertThat(response.statusCode()).isEqualTo(524);
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void refusesMoreAtOnceThanThePlanAllows() throws Exception {
        simulator.limits("{\"dify\":{\"account\":{\"in_flight\":1},\"first_byte_ms\":{\"median\":300}}}");
        var first = new Thread(() -> {
            try {
                caller.post(PATH, body("streaming", ""));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        first.start();
        await().until(() -> simulator.stats().of("dify").traffic().inFlight() == 1);
        var second = caller.post(PATH, body("streaming", ""));
        first.join();

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.body())
                .contains("too_many_requests")
                .contains("The current maximum concurrent requests allowed is 1.");
    }

    @Test
    void wantsAKeyAUserAndAQuery() throws Exception {
        var withoutKey = caller.post(PATH, body("blocking", ""), "authorization", "none");

        assertThat(withoutKey.statusCode()).isEqualTo(401);
        assertThat(withoutKey.headers().firstValue("www-authenticate")).contains("Bearer realm=\"api\"");
        assertThat(caller.post(PATH, "{\"query\":\"a\"}").body()).contains("Arg user must be provided.");
        assertThat(caller.post(PATH, "{\"user\":\"a\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void stopsARunningAnswer() throws Exception {
        simulator.limits("{\"dify\":{\"tokens_per_second\":20,\"chunk_tokens\":1}}");
        var stream = new CompletableFuture<String>();
        new Thread(() -> {
                    try {
                        stream.complete(caller.post(PATH, body("streaming", "")).body());
                    } catch (Exception e) {
                        stream.completeExceptionally(e);
                    }
                })
                .start();
        await().until(() -> !simulator.callsSince(0).isEmpty()
                && !simulator.callsSince(0).getFirst().id().isEmpty());
        String task = simulator.callsSince(0).getFirst().id();

        await().until(() -> {
            assertThat(caller.post(PATH + "/" + task + "/stop", "{\"user\":\"u-1\"}")
                            .body())
                    .contains("success");
            return stream.isDone();
        });

        assertThat(events(stream.join()).getLast().path("event").asText()).isEqualTo("message_end");
        assertThat(simulator.stats().of("dify").traffic().inFlight()).isZero();
    }

    private static String body(String mode, String conversation) {
        return "{\"inputs\":{},\"query\":\"讲讲水循环\",\"response_mode\":\"" + mode + "\",\"conversation_id\":\""
                + conversation + "\",\"user\":\"u-1\"}";
    }

    private static List<JsonNode> events(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> {
                    try {
                        return JSON.readTree(line.substring(6));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
