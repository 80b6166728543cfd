package io.mapwright.feedback.outage;

import io.mapwright.feedback.ScriptedAuth;
import io.mapwright.testkit.Inbox;
import io.mapwright.testkit.OwnServer;
import io.mapwright.testkit.OwnServers;
import io.mapwright.testkit.Replica;
import io.mapwright.testkit.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * What becomes of feedback while PostgreSQL, Kafka, Redis or the mail server is dead, and when the service itself is
 * killed: nothing that was accepted is lost, and a mail comes twice only when its sender died before it could note it.
 */
class OutageIT {

    private static final String TOPIC = "feedback.email-requested.v1";
    private static final String RECIPIENT = "readers@example.org";
    private static final Duration PROMISED = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(90);

    private static final ScriptedAuth AUTH = new ScriptedAuth();
    private static OwnServer postgres;
    private static OwnServer redis;
    private static OwnServer kafka;
    private static OwnServer mail;
    private static Replica service;

    @BeforeAll
    static void start() {
        postgres = OwnServers.postgres("feedback");
        redis = OwnServers.redis();
        kafka = OwnServers.kafka(TOPIC + ":3", TOPIC + ".dlq:1");
        mail = OwnServers.mail();
        service = replica();
    }

    @AfterAll
    static void stop() {
        service.close();
        Stream.of(mail, kafka, redis, postgres).forEach(OwnServer::close);
        AUTH.close();
    }

    @BeforeEach
    void allIsWell() {
        Stream.of(postgres, redis, kafka, mail).forEach(server -> {
            server.thaw();
            server.start();
        });
        await().atMost(SOON).until(service::isReady);
    }

    @Test
    void mailsOnceWhatItAcceptedWhileKafkaWasDead() {
        kafka.kill();
        var ids = acceptSeveral();

        kafka.start();

        isMailedOnce(ids);
    }

    @Test
    void mailsOnceWhatItAcceptedWhileTheMailServerWasDead() {
        mail.kill();
        var ids = acceptSeveral();
        await().atMost(SOON).until(() -> service.counter("feedback_mail_attempts_total", "retried") >= 3);

        mail.start();

        isMailedOnce(ids);
    }

    @Test
    void goesOnWithoutRedis() {
        redis.kill();

        isMailedOnce(acceptSeveral());
    }

    @Test
    void refusesHonestlyWhilePostgresIsDeadAndComesBackByItself() {
        postgres.kill();
        isUnavailable();
        isUnavailable();
        assertThat(service.isLive()).isTrue();

        postgres.start();

        await().atMost(SOON).untilAsserted(() -> isMailedOnce(List.of(accept())));
    }

    @Test
    void mailsOnceWhenItCannotNoteAtOnceThatItDid() {
        String id = sendingWhilePostgresDies();

        postgres.start();

        await().atMost(SOON).until(() -> mailState(id).equals("sent"));
        assertThat(mailsAbout(id)).hasSize(1);
    }

    @Test
    void mailsTwiceAtMostWhenItIsKilledBeforeItNotedThatItDid() {
        String id = sendingWhilePostgresDies();

        service.kill();
        postgres.start();
        service = replica();

        await().atMost(SOON).until(() -> mailState(id).equals("sent"));
        assertThat(mailsAbout(id)).hasSize(2);
        assertThat(mailsAbout(id))
                .extracting(Inbox.Mail::text)
                .containsOnly(mailsAbout(id).getFirst().text());
    }

    @Test
    void mailsWhatAKilledReplicaHadNotPublished() {
        kafka.kill();
        var ids = acceptSeveral();

        service.kill();
        service = replica();
        kafka.start();

        isMailedOnce(ids);
    }

    /** A mail that has just reached the mail server while PostgreSQL, where that is to be noted, is dead. */
    private String sendingWhilePostgresDies() {
        mail.freeze();
        String id = accept();
        await().atMost(SOON).until(() -> mailState(id).equals("sending"));
        postgres.kill();
        mail.thaw();
        await().atMost(SOON).until(() -> mailsAbout(id).size() == 1);
        return id;
    }

    private static Replica replica() {
        var database = postgres.database("feedback");
        var replica = new Replica(Map.ofEntries(
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.username()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                Map.entry("QUARKUS_REDIS_HOSTS", redis.redisUri()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.kafkaBootstrap()),
                Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MAILER_PORT", Integer.toString(mail.port())),
                Map.entry("MAPWRIGHT_AUTH_URL", AUTH.url()),
                Map.entry("MAPWRIGHT_IDENTITY_KEY_SET", TestTokens.keySet().toString()),
                Map.entry("FEEDBACK_NOTIFICATION_MAIL_RECIPIENT", RECIPIENT),
                Map.entry("FEEDBACK_NOTIFICATION_MAIL_LEASE", "20s"),
                Map.entry("FEEDBACK_NOTIFICATION_RELAY_LEASE", "10s"),
                Map.entry("FEEDBACK_NOTIFICATION_RELAY_PUBLISH_LIMIT", "5s"),
                Map.entry("FEEDBACK_NOTIFICATION_MAIL_LONGEST_RETRY", "4s")));
        await().atMost(SOON).until(replica::isLive);
        return replica;
    }

    private static List<String> acceptSeveral() {
        return IntStream.range(0, 5).mapToObj(i -> accept()).toList();
    }

    private static String accept() {
        return submit().then().statusCode(200).extract().path("id");
    }

    private static void isUnavailable() {
        long begun = System.nanoTime();
        Response response = submit();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        response.then().statusCode(503).body("error_type", equalTo("service_error"));
        assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isPositive();
        assertThat(taken).isLessThan(PROMISED);
    }

    private static Response submit() {
        return RestAssured.given()
                .baseUri(service.url())
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.user(UUID.randomUUID().toString()).token())
                .contentType("application/json")
                .body(Map.of("message", "frogs", "captcha_id", "c-1", "captcha", ScriptedAuth.RIGHT))
                .post("/api/feedback");
    }

    private static void isMailedOnce(List<String> ids) {
        await().atMost(SOON)
                .until(() -> ids.stream().allMatch(id -> mailState(id).equals("sent")));
        assertThat(ids).allSatisfy(id -> assertThat(mailsAbout(id)).hasSize(1));
    }

    private static List<Inbox.Mail> mailsAbout(String id) {
        return mail.inbox().messagesTo(RECIPIENT).stream()
                .filter(message -> message.text().contains(id))
                .toList();
    }

    /** As stored; empty while PostgreSQL does not answer. */
    private static String mailState(String id) {
        var database = postgres.database("feedback");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.prepareStatement("select mail_state from feedback where id = ?::uuid")) {
            statement.setString(1, id);
            var rows = statement.executeQuery();
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException notYet) {
            return "";
        }
    }
}
