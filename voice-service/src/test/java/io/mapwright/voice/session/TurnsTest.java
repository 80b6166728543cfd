package io.mapwright.voice.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.voice.ScriptedGateway;
import io.mapwright.voice.ScriptedGateway.Answer;
import io.mapwright.voice.VoiceClient;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

import static io.mapwright.voice.VoiceNeighbours.GATEWAY;
import static io.mapwright.voice.VoiceNeighbours.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What clients say, and what they are answered. */
@QuarkusTest
class TurnsTest extends AbstractSocketTest {

    @Test
    void answersATextInTheGatewaysWords() {
        var client = client("7").started();

        client.ask("What do frogs do?");

        assertThat(client.next("text_chunk").path("text").asText()).isEqualTo("Frogs ");
        assertThat(client.next("text_chunk").path("text").asText()).isEqualTo("leap.");
        client.next("response_done");
        assertThat(GATEWAY.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.headers()).containsEntry("x-request-type", "voice").containsKey("x-deadline-ms");
            assertThat(call.headers().get("authorization")).startsWith("Bearer ey");
            assertThat(call.body().toString()).contains("<user_text>", "What do frogs do?", "Frogs");
        });
    }

    @Test
    void doesWhatWasAskedForInsteadOfTalkingAboutIt() {
        var client = client("7").started();
        GATEWAY.understands("Sure: {\"action\":\"open_mindmate\",\"confidence\":0.9} as you wish");

        client.ask("open the assistant");

        assertThat(client.next("action").path("action").asText()).isEqualTo("open_mindmate");
        client.next("response_done");
        assertThat(GATEWAY.calls()).noneMatch(ScriptedGateway.Call::isStreamed);
    }

    @Test
    void changesTheMapAndCountsWhatBecameOfIt() {
        var client = client("7").started();
        GATEWAY.understands("{\"action\":\"update_center\",\"confidence\":0.9,\"target\":\"Toads\"}");

        client.ask("call it toads");

        JsonNode update = client.next("diagram_update");
        assertThat(update.path("action").asText()).isEqualTo("update_center");
        client.next("response_done");
        client.say("{\"type\":\"ack\",\"mutation_id\":\""
                + update.path("mutation_id").asText() + "\",\"ok\":true}");
        client.say("{\"type\":\"ack\",\"ok\":true}");
        assertThat(client.next("error").path("error").asText()).contains("mutation_id");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":|the message is no JSON",
                "[]|a message is a JSON object",
                "\"text\"|a message is a JSON object",
                "{}|type is missing",
                "{\"type\":5}|type is a string",
                "{\"type\":\"sing\"}|type is none that this service knows",
                "{\"type\":\"text\"}|text is missing",
                "{\"type\":\"text\",\"text\":7}|text is a string",
                "{\"type\":\"text\",\"text\":\"  \"}|text has 1 to 5000 characters",
                "{\"type\":\"audio\",\"data\":\"?\"}|data is base64",
                "{\"type\":\"append_image\",\"data\":\"aGk=\",\"format\":\"gif\"}|format is png, jpeg or webp",
                "{\"type\":\"context_update\",\"context\":[]}|context is an object",
                "{\"type\":\"ack\",\"mutation_id\":\"m\",\"ok\":\"yes\"}|ok is true or false",
            })
    void saysWhatIsWrongWithAMessageAndGoesOn(String message, String complaint) {
        var client = client("7").started();

        client.say(message);

        JsonNode error = client.next("error");
        assertThat(error.path("error_type").asText()).isEqualTo("invalid_parameter");
        assertThat(error.path("error").asText()).isEqualTo(complaint);
        client.ask("still there?");
        client.await("response_done");
    }

    @Test
    void wantsToBeStartedFirst() {
        var client = client("7");

        client.ask("hello");

        assertThat(client.next("error").path("error_type").asText()).isEqualTo("not_started");
        client.started();
    }

    @Test
    void tellsSoundFromNoise() {
        var client = client("7").started();

        client.sound(new byte[320]);
        assertThat(client.next("error").path("error_type").asText()).isEqualTo("audio_unavailable");
        client.sound(new byte[321]);
        assertThat(client.next("error").path("error_type").asText()).isEqualTo("invalid_parameter");
    }

    @Test
    void closesOnAFrameThatIsTooLarge() {
        var client = client("7").started();

        client.say("{\"type\":\"text\",\"text\":\"" + "x".repeat(70_000) + "\"}");

        assertThat(client.closing().code()).isEqualTo(1009);
    }

    @Test
    void slowsDownWhoIsTooFastAndClosesOnWhoDoesNotCare() {
        var client = client("7").started();

        for (int i = 0; i < 29 + 50; i++) {
            client.say("{\"type\":\"cancel_response\"}");
        }
        for (int i = 0; i < 29; i++) {
            client.next("response_cancelled");
        }
        for (int i = 0; i < 50; i++) {
            assertThat(client.next("error").path("error_type").asText()).isEqualTo("rate_limit");
        }
        TIME.advance(Duration.ofMillis(100));
        client.say("{\"type\":\"cancel_response\"}");
        client.next("response_cancelled");
        for (int i = 0; i < 51; i++) {
            client.say("{\"type\":\"cancel_response\"}");
        }

        assertThat(client.closing()).isEqualTo(new VoiceClient.Close(4029, "too many messages"));
    }

    @Test
    void answersOneQuestionAfterTheOtherAndRefusesTheFifth() {
        GATEWAY.answers(Answer.ENDLESS);
        var client = client("7").started();

        for (int i = 0; i < 5; i++) {
            client.ask("question " + i);
        }

        assertThat(client.await("error").path("error_type").asText()).isEqualTo("overloaded");
        client.say("{\"type\":\"cancel_response\"}");
        client.await("response_cancelled");
        client.await("text_chunk");
    }

    @Test
    void letsTheGatewayGoWhenAnAnswerIsGivenUp() {
        GATEWAY.answers(Answer.ENDLESS);
        var client = client("7").started();
        client.ask("tell me everything");
        client.await("text_chunk");

        client.say("{\"type\":\"cancel_response\"}");

        client.await("response_cancelled");
        await().untilAsserted(() -> assertThat(GATEWAY.abandoned()).isEqualTo(1));
    }

    @Test
    void letsTheGatewayGoWhenTheClientVanishes() {
        GATEWAY.answers(Answer.ENDLESS);
        var client = client("7").started();
        client.ask("tell me everything");
        client.await("text_chunk");

        client.vanish();

        await().untilAsserted(() -> assertThat(GATEWAY.abandoned()).isEqualTo(1));
        await().until(() -> live.count() == 0);
        // Its session is free for anybody.
        client("8").started();
    }

    @ParameterizedTest
    @CsvSource({
        "CUT_OFF, service_error",
        "FILTERED, content_filter",
        "REFUSED, rate_limit",
        "BROKEN, overloaded",
        "EMPTY, no_response"
    })
    void saysWhyThereIsNoAnswer(Answer answer, String errorType) {
        GATEWAY.answers(answer);
        var client = client("7").started();

        client.ask("What do frogs do?");

        assertThat(client.await("error").path("error_type").asText()).isEqualTo(errorType);
        GATEWAY.answers(Answer.WHOLE);
        client.ask("And now?");
        client.await("response_done");
    }
}
