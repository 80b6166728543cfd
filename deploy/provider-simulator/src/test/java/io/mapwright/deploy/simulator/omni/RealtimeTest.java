package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.Simulator;
import io.mapwright.deploy.simulator.SimulatorOptions;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.provider.Json;
import io.mapwright.deploy.simulator.provider.JsonShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The realtime protocol over a real WebSocket. */
class RealtimeTest {

    private static final String SLOW = "{\"omni\":{\"tokens_per_second\":150}}";
    private static final String MANUAL = "\"turn_detection\":null";

    private final Simulator simulator = Simulator.start(SimulatorOptions.defaults());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void sendsTheDocumentedEventsOfATurnInTheirOrder() throws Exception {
        List<JsonNode> documented = documented();
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.done");
            phone.setUp("\"modalities\":[\"audio\"]");
            phone.await("error");

            assertThat(phone.sequence())
                    .isEqualTo(documented.stream()
                            .map(e -> e.path("type").asText())
                            .toList());
            for (JsonNode sample : documented) {
                String type = sample.path("type").asText();
                assertThat(JsonShape.of(phone.heard(type).getFirst())).as(type).isEqualTo(JsonShape.of(sample));
            }
            assertThat(phone.heard("error").getFirst().path("error"))
                    .isEqualTo(documented.getLast().path("error"));
        }
    }

    @Test
    void numbersItsEventsWithoutAGap() {
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.done");

            for (int i = 0; i < phone.heard().size(); i++) {
                assertThat(phone.heard().get(i).path("event_id").asText()).isEqualTo("event_" + (i + 1));
            }
        }
    }

    @Test
    void saysInSoundWhatItsTranscriptSays() {
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            JsonNode done = phone.await("response.done").path("response");
            String text = joined(phone.heard("response.audio_transcript.delta"));
            long bytes = phone.heard("response.audio.delta").stream()
                    .mapToLong(e ->
                            java.util.Base64.getDecoder().decode(e.path("delta").asText()).length)
                    .sum();

            assertThat(done.at("/output/0/content/0/transcript").asText())
                    .isEqualTo(text)
                    .contains("水循环");
            assertThat(bytes).isEqualTo(Speech.of(text).millis() * 48);
            assertThat(done.at("/usage/output_tokens_details/audio_tokens").asLong())
                    .isEqualTo((long) Math.ceil(bytes / 48_000.0 * 12.5));
            assertThat(done.at("/usage/input_tokens_details/audio_tokens").asInt())
                    .isPositive();
        }
    }

    @Test
    void waitsForCommitAndRequestWhenTheClientSaysWhereSpeechEnds() {
        try (Phone phone = Phone.call(simulator)) {
            phone.setUp(MANUAL);
            phone.await("session.updated");
            phone.send("{\"type\":\"input_audio_buffer.commit\"}");
            assertThat(phone.await("error").at("/error/code").asText()).isEqualTo("input_audio_buffer_commit_empty");
            phone.say();
            phone.send("{\"type\":\"input_audio_buffer.commit\"}");
            phone.await("conversation.item.input_audio_transcription.completed");
            assertThat(phone.sequence()).doesNotContain("input_audio_buffer.speech_started", "response.created");
            phone.send("{\"type\":\"response.create\",\"response\":{\"modalities\":[\"text\"]}}");

            JsonNode done = phone.await("response.done").path("response");
            assertThat(done.path("modalities")).hasSize(1);
            assertThat(joined(phone.heard("response.text.delta")))
                    .isEqualTo(done.at("/output/0/content/0/text").asText())
                    .isNotEmpty();
            assertThat(phone.heard("response.audio.delta")).isEmpty();
        }
    }

    @Test
    void fallsSilentWhenTheSpeakerInterrupts() {
        simulator.limits(SLOW);
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.audio.delta");
            phone.speak(200);

            JsonNode done = phone.await("response.done").path("response");
            assertThat(done.path("status").asText()).isEqualTo("cancelled");
            assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
            assertThat(phone.sequence()).containsSubsequence("response.audio.done", "response.output_item.done");
            assertThat(simulator.stats().sessions().flow().interruptions()).isEqualTo(1);
            phone.beSilent(1_000);
            phone.await(e -> e.at("/response/status").asText().equals("completed"));
        }
    }

    @Test
    void speaksOnWhenItMayNotBeInterruptedAndAnswersAfterwards() {
        simulator.limits(SLOW);
        try (Phone phone = Phone.call(simulator)) {
            phone.setUp("\"turn_detection\":{\"type\":\"server_vad\",\"interrupt_response\":false}");
            phone.say();
            phone.await("response.audio.delta");
            phone.say();
            phone.await(e -> phone.heard("response.done").size() == 2);

            assertThat(phone.heard("response.done"))
                    .allMatch(e -> e.at("/response/status").asText().equals("completed"));
        }
    }

    @Test
    void cancelsOnRequestAndComplainsWhenThereIsNothingToCancel() {
        simulator.limits(SLOW);
        try (Phone phone = Phone.call(simulator)) {
            phone.send("{\"type\":\"response.cancel\"}");
            assertThat(phone.await("error").at("/error/code").asText()).isEqualTo("response_cancel_not_active");
            phone.say();
            phone.await("response.audio.delta");
            phone.send("{\"type\":\"response.cancel\"}");
            assertThat(phone.await("response.done").at("/response/status").asText())
                    .isEqualTo("cancelled");
        }
    }

    @Test
    void hearsAndSaysWhatItIsTold() {
        simulator.addFault(Fault.of(FaultKind.HEARD).at("omni").withText("讲讲恐龙").times(1));
        simulator.addFault(
                Fault.of(FaultKind.TEXT).at("omni").withText("恐龙早已灭绝。").times(1));
        try (Phone phone = Phone.call(simulator)) {
            phone.say();

            assertThat(phone.await("conversation.item.input_audio_transcription.completed")
                            .path("transcript")
                            .asText())
                    .isEqualTo("讲讲恐龙");
            assertThat(phone.await("response.audio_transcript.done")
                            .path("transcript")
                            .asText())
                    .isEqualTo("恐龙早已灭绝。");
        }
    }

    @Test
    void finishesAfterTheAnswerThatIsBeingGiven() {
        simulator.limits(SLOW);
        try (Phone phone = Phone.call(simulator)) {
            phone.say();
            phone.await("response.audio.delta");
            phone.send("{\"type\":\"session.finish\"}");
            phone.await("session.finished");

            assertThat(phone.sequence()).endsWith("response.done", "session.finished");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"dance\"}|Invalid event type: 'dance'.",
                "no json|The event is not a JSON object.",
                "{\"type\":\"input_audio_buffer.append\",\"audio\":\"A!A\"}|audio must be PCM of 16 bits in Base64.",
                "{\"type\":\"input_image_buffer.append\",\"image\":\"AAAA\"}|Audio must be appended before an image.",
                "{\"type\":\"session.update\",\"session\":{\"turn_detection\":{\"type\":\"ears\"}}}|turn_detection type",
                "{\"type\":\"session.update\",\"session\":{\"turn_detection\":{\"silence_duration_ms\":1}}}|[200, 6000]",
                "{\"type\":\"session.update\",\"session\":{\"input_audio_format\":\"mp3\"}}|input_audio_format"
            })
    void complainsAndGoesOn(String event, String text) {
        try (Phone phone = Phone.call(simulator)) {
            phone.send(event);
            assertThat(phone.await("error").at("/error/message").asText()).contains(text);
            phone.say();
            phone.await("response.done");
        }
    }

    static String joined(List<JsonNode> deltas) {
        StringBuilder text = new StringBuilder();
        deltas.forEach(e -> text.append(e.path("delta").asText()));
        return text.toString();
    }

    private static List<JsonNode> documented() throws IOException {
        try (InputStream in = RealtimeTest.class.getResourceAsStream("/providers/omni.jsonl")) {
            List<JsonNode> events = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                events.add(Json.read(line));
            }
            return events;
        }
    }
}
