package io.mapwright.auth.ledger.kafka;

import io.mapwright.auth.Browser;
import io.mapwright.testkit.EmbeddedServers;
import io.mapwright.testkit.EventContract;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.mapwright.auth.Browser.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class UsageLedgerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Browser browser;

    @ConfigProperty(name = "mp.messaging.incoming.usage-recorded.topic")
    String topic;

    private String admin;
    private long before;

    @BeforeEach
    void look() {
        admin = browser.admin();
        before = totalTokens();
    }

    @Test
    void addsUpEveryEventOnceHoweverOftenItComes() {
        List<String> events =
                IntStream.range(0, 300).mapToObj(i -> event("3", 10, 1)).toList();

        send(events);
        send(events);
        send(List.of(event("3", 1000, 0)));

        await().atMost(SOON).untilAsserted(() -> assertThat(totalTokens()).isEqualTo(before + 300 * 11 + 1000));
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> totalTokens() == before + 300 * 11 + 1000);
    }

    @Test
    void tellsWhoUsedMost() {
        int id = as(admin).get("/api/auth/me").path("id");
        send(List.of(event(Integer.toString(id), 5_000_000, 1)));

        await().atMost(SOON).untilAsserted(() -> {
            Response stats = stats();
            assertThat(stats.<Integer>path("top_users[0].id")).isEqualTo(id);
            assertThat(stats.<Integer>path("top_users_today[0].id")).isEqualTo(id);
            assertThat(stats.<String>path("top_users[0].phone")).isEqualTo("138****0002");
        });
    }

    @Test
    void putsABrokenEventAsideAndGoesOn() {
        String mark = UUID.randomUUID().toString();

        send(List.of("{\"event_id\":\"" + mark + "\"}", event("3", 7, 0)));

        await().atMost(SOON).untilAsserted(() -> assertThat(totalTokens()).isEqualTo(before + 7));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters())
                        .filteredOn(letter -> new String(letter.value(), StandardCharsets.UTF_8).contains(mark))
                        .singleElement()
                        .satisfies(letter -> {
                            assertThat(letter.headers().lastHeader("dead-letter-reason"))
                                    .isNotNull();
                            assertThat(new String(
                                            letter.headers()
                                                    .lastHeader("dead-letter-topic")
                                                    .value(),
                                            StandardCharsets.UTF_8))
                                    .isEqualTo(topic);
                        }));
    }

    @Test
    void putsAsideWhatPostgresCannotHoldAndKeepsTheRestOfItsBatch() {
        JsonObject tooMuch = new JsonObject(event("3", 1, 0))
                .put("cost", new BigDecimal("1e200000"))
                .put("currency", "CNY");

        send(List.of(event("3", 7, 0), tooMuch.encode(), event("3", 5, 0)));

        await().atMost(SOON).untilAsserted(() -> assertThat(totalTokens()).isEqualTo(before + 12));
    }

    private long totalTokens() {
        return stats().jsonPath().getLong("total.total_tokens");
    }

    private Response stats() {
        Response stats = as(admin).get("/api/auth/admin/token-stats");
        stats.then().statusCode(200);
        return stats;
    }

    private static String event(String user, long input, long output) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String event = new JsonObject(
                        EventContract.of("llm.usage-recorded.v1").samples().getFirst())
                .put("event_id", UUID.randomUUID().toString())
                .put("user", user)
                .put("organization", "1")
                .put("input_tokens", input)
                .put("output_tokens", output)
                .put("started_at", now.toString())
                .put("finished_at", now.toString())
                .encode();
        EventContract.of("llm.usage-recorded.v1").assertValid(event);
        return event;
    }

    private void send(List<String> events) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", EmbeddedServers.lease().kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            events.forEach(event -> producer.send(new ProducerRecord<>(topic, "1", event)));
        }
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", EmbeddedServers.lease().kafkaBootstrap());
        TopicPartition all = new TopicPartition(topic + ".dlq", 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            return consumer.poll(Duration.ofSeconds(2)).records(all);
        }
    }
}
