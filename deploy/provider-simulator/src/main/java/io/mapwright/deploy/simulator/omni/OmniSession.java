package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.ledger.SessionEntry;
import io.mapwright.deploy.simulator.omni.SessionSettings.Update;
import io.mapwright.deploy.simulator.omni.VoiceDetector.Edge;
import io.mapwright.deploy.simulator.provider.Json;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One session from {@code session.created} to its close: understands the client's events and leads the conversation. */
final class OmniSession {

    private static final int LARGEST_IMAGE = 256 * 1024;

    private final Studio studio;
    private final Line line;
    private final SessionEntry entry;
    private final Answering answering;
    private final VoiceDetector detector = new VoiceDetector(Detection.USUAL);
    private SessionSettings settings;
    private String heardItem = "";
    private long bufferedSamples;
    private long speechBegan;
    private boolean heardAnything;

    OmniSession(Studio studio, Line line, SessionEntry entry, Guest guest) {
        this.studio = studio;
        this.line = line;
        this.entry = entry;
        this.settings = SessionSettings.initial(guest.sessionId(), guest.model());
        this.answering = new Answering(studio, line, entry, guest, () -> settings);
    }

    void open() {
        line.send("session.created", "session", settings.json());
    }

    void receive(String text) {
        entry.frameIn(text.length());
        JsonNode event = Json.read(text);
        if (event.isObject()) {
            understand(event);
        } else {
            line.complain(ApiError.invalid("invalid_json", "The event is not a JSON object.", ""));
        }
    }

    void closed(boolean byProvider) {
        answering.abandon(byProvider);
    }

    private void understand(JsonNode event) {
        String type = event.path("type").asText();
        switch (type) {
            case "session.update" -> update(event.path("session"));
            case "input_audio_buffer.append" -> sound(event.path("audio").asText());
            case "input_audio_buffer.commit" -> commit();
            case "input_audio_buffer.clear" -> clear();
            case "input_image_buffer.append" -> image(event.path("image").asText());
            case "response.create" -> create(event.path("response"));
            case "response.cancel" -> cancel();
            case "conversation.item.create" -> item(event.path("item"));
            case "session.finish" -> answering.finish();
            default -> line.complain(ApiError.invalid("Invalid event type: '" + type + "'.", "type"));
        }
    }

    private void update(JsonNode patch) {
        switch (settings.update(patch)) {
            case Update.Refused(var why) -> line.complain(why);
            case Update.Accepted(var changed) -> {
                settings = changed;
                changed.detection().ifPresentOrElse(detector::follow, detector::forget);
                line.send("session.updated", "session", changed.json().put("max_response_output_token", "inf"));
            }
        }
    }

    private void sound(String base64) {
        Optional<byte[]> sound = decoded(base64).filter(bytes -> bytes.length > 0 && bytes.length % 2 == 0);
        if (sound.isEmpty()) {
            line.complain(ApiError.invalid("audio must be PCM of 16 bits in Base64.", "audio"));
            return;
        }
        byte[] bytes = sound.get();
        entry.heard(bytes);
        heardAnything = true;
        bufferedSamples += Pcm.samples(bytes);
        Optional<Detection> detection = settings.detection();
        if (detection.isPresent()) {
            detector.hear(bytes).forEach(edge -> turned(edge, detection.get()));
        }
    }

    private void turned(Edge edge, Detection rules) {
        switch (edge) {
            case Edge.Started(long at) -> {
                heardItem = studio.newId("item");
                speechBegan = at;
                line.send(line.event("input_audio_buffer.speech_started")
                        .put("audio_start_ms", at)
                        .put("item_id", heardItem));
                if (rules.interrupts()) {
                    answering.interrupt();
                }
            }
            case Edge.Stopped(long at) -> {
                line.send(line.event("input_audio_buffer.speech_stopped")
                        .put("audio_end_ms", at)
                        .put("item_id", heardItem));
                taken(heardItem, at - speechBegan, rules.answers());
            }
        }
    }

    private void commit() {
        if (bufferedSamples == 0) {
            line.complain(ApiError.invalid(
                    "input_audio_buffer_commit_empty", "Error committing input audio buffer: buffer is empty.", ""));
            return;
        }
        String item = detector.isSpeaking() ? heardItem : studio.newId("item");
        detector.forget();
        taken(item, Pcm.heardMillis(bufferedSamples), false);
    }

    private void taken(String item, long millis, boolean answers) {
        bufferedSamples = 0;
        line.send(line.event("input_audio_buffer.committed").put("item_id", item));
        answering.heard(item, millis, answers);
    }

    private void clear() {
        bufferedSamples = 0;
        detector.forget();
        line.send(line.event("input_audio_buffer.cleared"));
    }

    private void image(String base64) {
        Optional<byte[]> image = decoded(base64);
        if (!heardAnything) {
            line.complain(ApiError.invalid("Audio must be appended before an image.", "image"));
        } else if (image.isEmpty() || image.get().length > LARGEST_IMAGE) {
            line.complain(ApiError.invalid("image must be a JPG of at most 256 KB in Base64.", "image"));
        }
    }

    private void create(JsonNode response) {
        JsonNode modalities = response.path("modalities");
        Optional<ApiError> mistake = modalities.isMissingNode()
                ? Optional.empty()
                : SessionSettings.modalityMistake(modalities, "response.modalities");
        mistake.ifPresentOrElse(line::complain, () -> answering.asked(response));
    }

    private void cancel() {
        if (!answering.cancel()) {
            line.complain(ApiError.invalid(
                    "response_cancel_not_active", "Cancellation failed: no active response found.", ""));
        }
    }

    private void item(JsonNode item) {
        String type = item.path("type").asText();
        if (!List.of("message", "function_call_output").contains(type)) {
            line.complain(ApiError.invalid("Invalid item type: '" + type + "'.", "item.type"));
            return;
        }
        StringBuilder text = new StringBuilder(item.path("output").asText(""));
        item.path("content").forEach(part -> text.append(part.path("text").asText("")));
        answering.typed(item, text.toString());
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Who opened the session.
     *
     * @param requestId the caller's {@code x-request-id}; empty for none
     */
    record Guest(String sessionId, String key, String model, String requestId) {}

    /** Whether a fault is about a session as a whole, not about one of its turns. */
    static boolean isAtTheDoor(Fault fault) {
        return switch (fault.kind()) {
            case ERROR, HTML, EMPTY_429, RESET_BEFORE_HEADERS, STALL -> true;
            default -> false;
        };
    }

    static boolean isOfTurn(Fault fault) {
        return !isAtTheDoor(fault) && !isOfHearing(fault);
    }

    static boolean isOfHearing(Fault fault) {
        return fault.kind() == FaultKind.HEARD || fault.kind() == FaultKind.TRANSCRIPTION_FAILED;
    }
}
