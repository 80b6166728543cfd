package io.mapwright.auth.replicas;

import io.mapwright.auth.Demo;
import io.mapwright.testkit.EventContract;
import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.mapwright.testkit.Replica;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.mapwright.auth.replicas.Visitor.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What the service answers while PostgreSQL, Redis or Kafka is dead or silent, and that it recovers by itself. */
class OutageIT {

    private static final String TOPIC = "llm.usage-recorded.v1";
    private static final Duration PROMISED = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(40);

    private static OwnServer postgres;
    private static OwnServer redis;
    private static OwnServer kafka;
    private static Replica service;
    private static Visitor visitor;

    private Response login;
    private String token;

    @BeforeAll
    static void start() {
        postgres = OwnServers.postgres("auth");
        redis = OwnServers.redis();
        kafka = OwnServers.kafka(TOPIC + ":3", TOPIC + ".dlq:1");
        // It starts while its database is away, and is ready once that has come.
        postgres.kill();
        service = new Replica(Surroundings.of(postgres.database("auth"), redis.redisUri(), kafka.kafkaBootstrap()));
        await().atMost(SOON).until(service::isLive);
        assertThat(service.isReady()).isFalse();
        postgres.start();
        visitor = new Visitor(redis.redisUri());
        await().atMost(SOON).until(service::isReady);
    }

    @AfterAll
    static void stop() {
        service.close();
        kafka.close();
        redis.close();
        postgres.close();
    }

    @BeforeEach
    void comeIn() {
        Stream.of(postgres, redis, kafka).forEach(server -> {
            server.start();
            server.thaw();
        });
        await().atMost(SOON).until(service::isReady);
        login = visitor.login(service);
        token = login.then().statusCode(200).extract().path("access_token");
    }

    @Test
    void refusesHonestlyWhilePostgresIsDead() {
        postgres.kill();
        needsPostgres().forEach(this::isUnavailable);
        assertThat(service.isLive()).isTrue();
        assertThat(service.isReady()).isFalse();

        postgres.start();
        await().atMost(SOON).untilAsserted(this::everythingWorks);
    }

    @Test
    void refusesHonestlyWhilePostgresIsSilent() {
        postgres.freeze();
        needsPostgres().forEach(this::isUnavailable);

        postgres.thaw();
        await().atMost(SOON).untilAsserted(this::everythingWorks);
    }

    @Test
    void refusesHonestlyWhileRedisIsDead() {
        redis.kill();
        needsRedis().forEach(this::isUnavailable);
        me().then().statusCode(200);
        assertThat(service.isLive()).isTrue();
        assertThat(service.isReady()).isFalse();

        redis.start();
        await().atMost(SOON).untilAsserted(this::everythingWorks);
    }

    @Test
    void refusesHonestlyWhileRedisIsSilent() {
        redis.freeze();
        needsRedis().forEach(this::isUnavailable);
        me().then().statusCode(200);

        redis.thaw();
        await().atMost(SOON).untilAsserted(this::everythingWorks);
    }

    @Test
    void doesNotMissKafkaForAnythingButTheLedger() throws ExecutionException, InterruptedException {
        long before = totalTokens();
        kafka.kill();
        assertThat(service.isLive()).isTrue();
        assertThat(service.isReady()).isTrue();
        everythingWorks();

        kafka.start();
        send(100);
        await().atMost(SOON).untilAsserted(() -> assertThat(totalTokens()).isEqualTo(before + 1100));
    }

    @Test
    void losesAndDeadLettersNothingWhilePostgresIsDead() throws ExecutionException, InterruptedException {
        long before = totalTokens();
        postgres.kill();
        send(700);
        await().atMost(SOON).until(() -> service.counter("auth_ledger_retries_total", "") >= 2);
        send(300);

        postgres.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(totalTokens()).isEqualTo(before + 11_000));
        assertThat(service.counter("auth_ledger_events_total", "dead_lettered")).isZero();
    }

    private List<Supplier<Response>> needsPostgres() {
        Map<String, Object> captcha = visitor.captcha(service);
        return List.of(
                () -> visitor.login(service, captcha),
                this::me,
                () -> at(service).get("/api/auth/organizations"),
                () -> at(service)
                        .cookie("refresh_token", login.getCookie("refresh_token"))
                        .post("/api/auth/refresh"),
                this::tokenStats,
                () -> Visitor.send(service, "/internal/tokens/api-key", Map.of("api_key", Demo.API_KEY)));
    }

    private List<Supplier<Response>> needsRedis() {
        return List.of(
                () -> at(service).get("/api/auth/captcha/generate"),
                () -> visitor.login(service, Map.of("captcha_id", "any", "captcha", "K7WM")),
                () -> Visitor.send(
                        service, "/internal/captcha/consume", Map.of("captcha_id", "any", "captcha", "K7WM")));
    }

    private void isUnavailable(Supplier<Response> request) {
        long begun = System.nanoTime();
        Response response = request.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        response.then().statusCode(503).body("error_type", equalTo("service_error"));
        assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isPositive();
        assertThat(taken).isLessThan(PROMISED);
    }

    private void everythingWorks() {
        visitor.login(service).then().statusCode(200);
        me().then().statusCode(200);
        tokenStats().then().statusCode(200);
    }

    private Response me() {
        return as(token, "/api/auth/me");
    }

    private Response tokenStats() {
        return as(token, "/api/auth/admin/token-stats");
    }

    private long totalTokens() {
        Response stats = tokenStats();
        stats.then().statusCode(200);
        return stats.jsonPath().getLong("total.total_tokens");
    }

    private static Response as(String token, String path) {
        return at(service).header("Authorization", "Bearer " + token).get(path);
    }

    private static void send(int count) throws ExecutionException, InterruptedException {
        JsonObject sample = new JsonObject(EventContract.of(TOPIC).samples().getFirst())
                .put("organization", "1")
                .put("input_tokens", 10)
                .put("output_tokens", 1);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.kafkaBootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = IntStream.range(0, count)
                    .mapToObj(i -> producer.send(new ProducerRecord<>(
                            TOPIC,
                            Integer.toString(i % 7),
                            sample.put("event_id", UUID.randomUUID().toString()).encode())))
                    .toList();
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        }
    }
}
