package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.EventContract;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.mapwright.llmgateway.Stage.ask;
import static io.mapwright.llmgateway.Stage.chat;
import static io.mapwright.llmgateway.Stage.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class MeteringTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    RedisDataSource redis;

    private UsageReader topic;

    @BeforeEach
    void open() {
        Stage.heal();
        topic = new UsageReader(kafka);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void recordsEveryCallOnceWithTheProvidersCounts() {
        List.of("qwen", "deepseek", "kimi", "doubao", "hunyuan").forEach(model -> {
            ask(chat(model, "Compare frogs and toads")).then().statusCode(200);
            ask(streamed(model, "Compare frogs and toads")).then().statusCode(200);
        });

        List<Map<String, Object>> calls = Stage.calls();
        assertThat(calls).hasSize(10);
        calls.forEach(call -> {
            UsageReader.Record event = only((String) call.get("request_id"));
            assertThat(event.<Integer>get("input_tokens")).isEqualTo(call.get("prompt_tokens"));
            assertThat(event.<Integer>get("output_tokens")).isEqualTo(call.get("completion_tokens"));
            assertThat(event.<String>get("provider")).isEqualTo(call.get("provider"));
            assertThat(event.<String>get("physical_model")).isEqualTo(call.get("model"));
            assertThat(event.<Boolean>get("streamed")).isEqualTo(call.get("streamed"));
            assertThat(event.<Boolean>get("tokens_estimated")).isFalse();
            assertThat(event.<String>get("finish")).isEqualTo("complete");
        });
    }

    @Test
    void writesWhatTheContractSays() {
        Stage.teacher()
                .header("X-Request-Type", "diagram_generation")
                .header("X-Diagram-Type", "bridge_map")
                .body(chat("qwen", "Hello"))
                .post("/v1/chat/completions");

        UsageReader.Record event = only((String) Stage.calls().get(0).get("request_id"));
        EventContract.of("llm.usage-recorded.v1").assertValid(event.json());
        assertThat(event.key()).isEqualTo("7");
        assertThat(event.headers())
                .containsEntry("ce_type", "llm.usage-recorded.v1")
                .containsEntry("ce_source", "/llm-gateway-service")
                .containsEntry("ce_id", event.get("event_id"))
                .containsEntry("ce_specversion", "1.0");
        assertThat(event.<String>get("user")).isEqualTo("42");
        assertThat(event.<String>get("organization")).isEqualTo("7");
        assertThat(event.<String>get("request_type")).isEqualTo("diagram_generation");
        assertThat(event.<String>get("diagram_type")).isEqualTo("bridge_map");
        assertThat(event.<String>get("currency")).isEqualTo("CNY");
        assertThat(event.<Float>get("cost")).isPositive();
    }

    @Test
    void recordsAFailedAttemptAndTheOneAfterIt() {
        Stage.fault(Map.of("kind", "error", "provider", "ark", "code", "InternalServiceError", "count", 1));

        ask(chat("doubao", "Hello")).then().statusCode(200).header("x-llm-attempts", "2");

        List<Map<String, Object>> calls = Stage.calls();
        assertThat(calls).hasSize(2);
        UsageReader.Record failed = only((String) calls.get(0).get("request_id"));
        UsageReader.Record good = only((String) calls.get(1).get("request_id"));
        assertThat(failed.<String>get("finish")).isEqualTo("failed");
        assertThat(failed.<String>get("error_category")).isEqualTo("server_error");
        assertThat(failed.<Integer>get("attempt")).isEqualTo(1);
        assertThat(good.<Integer>get("attempt")).isEqualTo(2);
        assertThat(good.<String>get("request_id")).isEqualTo(failed.get("request_id"));
    }

    @Test
    void leavesNothingOpenAndNothingInTheOutbox() {
        ask(chat("qwen", "Hello")).then().statusCode(200);
        only((String) Stage.calls().get(0).get("request_id"));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(redis.stream(String.class).xlen("gateway:{usage}:outbox"))
                    .isZero();
            assertThat(redis.key().keys("gateway:{usage}:open:*")).isEmpty();
        });
    }

    @Test
    void closesTheCallsOfALostReplicaOnce() {
        String lost = "lost-" + UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        redis.set(String.class).sadd("gateway:{usage}:replicas", lost);
        redis.hash(String.class).hset("gateway:{usage}:open:" + lost, id, """
                {"eventId":"%s","requestId":"r-1","user":"42","organization":"7","attempt":1,"logicalModel":"qwen",
                 "provider":"dashscope","physicalModel":"qwen-plus","endpoint":"/v1/chat/completions","streamed":true,
                 "estimatedInput":123,"queueWaitMillis":0,"startedAtMillis":1764000000000,"addedByANewerVersion":true}
                """.formatted(id));

        UsageReader.Record event = only(id);
        EventContract.of("llm.usage-recorded.v1").assertValid(event.json());
        assertThat(event.<String>get("finish")).isEqualTo("expired");
        assertThat(event.<String>get("error_category")).isEqualTo("replica_lost");
        assertThat(event.<Integer>get("input_tokens")).isEqualTo(123);
        assertThat(event.<Boolean>get("tokens_estimated")).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !redis.set(String.class).sismember("gateway:{usage}:replicas", lost));
    }

    private UsageReader.Record only(String eventId) {
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        !topic.read(record -> record.json().contains(eventId)).isEmpty());
        List<UsageReader.Record> found = topic.read(record -> record.json().contains(eventId));
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
