package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.TestTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Callers who leave in the middle of their streams, all at once. */
@GatewayTest
class DisconnectsTest {

    private static final int CALLERS = 20;
    private static final String TOKEN = TestTokens.user("42").organization("7").token();
    private static final String ADMIN = TestTokens.user("1").groups("admin").token();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<Socket> callers = new ArrayList<>();

    @BeforeEach
    void stallStreams() {
        Stage.heal();
        Stage.fault(Map.of("kind", "stall_mid_stream", "provider", "dashscope", "after_chunks", 2));
    }

    @AfterEach
    void heal() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        Stage.heal();
    }

    @Test
    void leaveNoCallAndNoPermitBehindAfterASecond() throws IOException {
        for (int i = 0; i < CALLERS; i++) {
            callers.add(call(i));
        }
        for (Socket caller : callers) {
            assertThat(caller.getInputStream().read()).isEqualTo('H');
        }
        assertThat(underWay()).isEqualTo(CALLERS);
        await().atMost(Duration.ofSeconds(5)).until(() -> permits() == CALLERS);

        for (int i = 0; i < CALLERS; i++) {
            callers.get(i).setSoLinger(i % 2 == 0, 0);
            callers.get(i).close();
        }

        await().atMost(Duration.ofSeconds(1)).until(() -> underWay() == 0);
        assertThat(Stage.calls()).extracting(call -> call.get("outcome")).containsOnly("aborted");
        await().atMost(Duration.ofSeconds(5)).until(() -> permits() == 0);
    }

    private Socket call(int number) throws IOException {
        Socket caller = new Socket("localhost", port);
        caller.setSoTimeout(10_000);
        String body = "{\"model\":\"qwen\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"River "
                + number + "\"}]}";
        String request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return caller;
    }

    private static long underWay() {
        return Stage.calls().stream()
                .filter(call -> "in_flight".equals(call.get("outcome")))
                .count();
    }

    private static int permits() {
        return Stage.as(ADMIN).get("/v1/quota/dashscope").jsonPath().getInt("quotas.in_flight.sum()");
    }
}
