package io.mapwright.feedback.notification;

import io.mapwright.feedback.ScriptedAuth;
import io.mapwright.testkit.EmbeddedServers;
import io.mapwright.testkit.Inbox;
import io.mapwright.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import static io.mapwright.feedback.Contract.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class FeedbackMailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @ConfigProperty(name = "feedback.notification.mail.recipient")
    String recipient;

    @ConfigProperty(name = "mp.messaging.incoming.email-requested-in.topic")
    String topic;

    @Inject
    MeterRegistry metrics;

    @Test
    void mailsEachFeedbackToItsReaders() {
        // when
        String id = submit("Frogs <b>and</b> toads\r\nBcc: victim@example.org");

        // then
        var mail = awaitMail(id);
        assertThat(mail.to()).isEqualTo(recipient);
        assertThat(mail.subject())
                .isEqualTo("[Mapwright feedback] [tree_map] Frogs <b>and</b> toads Bcc: victim@example.org");
        assertThat(mail.text())
                .contains("Frogs <b>and</b> toads\r\nBcc: victim@example.org", "Ann #", "(signed in)", "{\"step\":3}");
        assertThat(mail.html())
                .contains("Frogs &lt;b&gt;and&lt;/b&gt; toads", "{&quot;step&quot;:3}")
                .doesNotContain("<b>and");
    }

    @Test
    void mailsOnceHoweverOftenTheEventArrives() {
        // given
        String id = submit("once");
        awaitMail(id);

        // when
        publish(
                id,
                "{\"event_id\":\"%s\",\"feedback_id\":\"%s\",\"requested_at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(UUID.randomUUID(), id));
        awaitMail(submit("a later one"));

        // then
        assertThat(mailsAbout(id)).hasSize(1);
    }

    @Test
    void sendsEventsThatCanNeverBeCarriedOutToTheDeadLetters() {
        // given
        double before = deadLettered();
        var poison = List.of(
                "no json " + UUID.randomUUID(),
                "{\"event_id\":\"%s\"}".formatted(UUID.randomUUID()),
                "{\"event_id\":\"%1$s\",\"feedback_id\":\"%1$s\",\"requested_at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(UUID.randomUUID()));

        // when
        poison.forEach(body -> publish("poison", body));

        // then
        assertThat(deadLetters(poison.size())).containsAll(poison);
        assertThat(deadLettered() - before).isEqualTo(poison.size());
        awaitMail(submit("the others are not held up"));
    }

    @Test
    void publishesACloudEventKeyedByTheFeedback() {
        // when
        String id = submit("an event");

        // then
        var event = awaitEvent(id);
        assertThat(header(event, "ce_type")).isEqualTo("feedback.email-requested.v1");
        assertThat(header(event, "ce_source")).isEqualTo("/feedback-service");
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(event.value()).contains("\"event_id\":\"" + header(event, "ce_id") + "\"");
    }

    private static String submit(String message) {
        return given().auth()
                .oauth2(TestTokens.user(UUID.randomUUID().toString())
                        .organization("7")
                        .token())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "message",
                        message,
                        "captcha_id",
                        "c-1",
                        "captcha",
                        ScriptedAuth.RIGHT,
                        "user_name",
                        "Ann",
                        "diagram_type",
                        "tree_map",
                        "context",
                        Map.of("step", 3)))
                .post("/api/feedback")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private Inbox.Mail awaitMail(String id) {
        return await().atMost(PATIENCE)
                .until(() -> mailsAbout(id), mails -> !mails.isEmpty())
                .getFirst();
    }

    private List<Inbox.Mail> mailsAbout(String id) {
        return EmbeddedServers.lease().inbox().messagesTo(recipient).stream()
                .filter(mail -> mail.text().contains(id))
                .toList();
    }

    private double deadLettered() {
        return metrics.counter("feedback.mail.requests.dead.lettered").count();
    }

    private void publish(String key, String body) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", EmbeddedServers.lease().kafkaBootstrap()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, body));
        }
    }

    private List<String> deadLetters(int atLeast) {
        try (var consumer = consumer(topic + ".dlq")) {
            return await()
                    .atMost(PATIENCE)
                    .until(() -> everything(consumer), records -> records.size() >= atLeast)
                    .stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private ConsumerRecord<String, String> awaitEvent(String feedbackId) {
        try (var consumer = consumer(topic)) {
            return await().atMost(PATIENCE)
                    .until(
                            () -> everything(consumer).stream()
                                    .filter(event -> feedbackId.equals(event.key()))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        var settings = new Properties();
        settings.put("bootstrap.servers", EmbeddedServers.lease().kafkaBootstrap());
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        return consumer;
    }

    private static List<ConsumerRecord<String, String>> everything(KafkaConsumer<String, String> consumer) {
        consumer.seekToBeginning(consumer.assignment());
        var records = new ArrayList<ConsumerRecord<String, String>>();
        var batch = consumer.poll(Duration.ofSeconds(1));
        while (!batch.isEmpty()) {
            batch.forEach(records::add);
            batch = consumer.poll(Duration.ofMillis(300));
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
