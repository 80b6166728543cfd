package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.provider.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a session was last set up, as its client may read it back. */
final class SessionSettings {

    private static final Set<String> FORMATS = Set.of("pcm", "pcm16", "pcm24");
    private static final Set<String> DETECTIONS = Set.of("server_vad", "semantic_vad");

    private final ObjectNode json;

    private SessionSettings(ObjectNode json) {
        this.json = json;
    }

    /** What came of a {@code session.update}. */
    sealed interface Update {

        record Accepted(SessionSettings settings) implements Update {}

        /** Nothing changed. */
        record Refused(ApiError why) implements Update {}
    }

    static SessionSettings initial(String id, String model) {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("object", "realtime.session")
                .put("model", model);
        json.putArray("modalities").add("text").add("audio");
        json.put("voice", model.contains("turbo") ? "Chelsie" : model.contains("3.5") ? "Tina" : "Cherry")
                .put("input_audio_format", "pcm")
                .put("output_audio_format", "pcm");
        json.putObject("input_audio_transcription").put("model", "qwen3-asr-flash-realtime");
        json.set("turn_detection", usual());
        json.putArray("tools");
        return new SessionSettings(
                json.put("tool_choice", "auto").put("temperature", 0.8).put("id", id));
    }

    Update update(JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return new Update.Refused(ApiError.invalid("session must be an object.", "session"));
        }
        ObjectNode next = json.deepCopy();
        changes.properties().stream()
                .filter(change -> !Set.of("id", "object", "model").contains(change.getKey()))
                .forEach(change -> next.set(change.getKey(), change.getValue()));
        if (next.path("turn_detection") instanceof ObjectNode asked) {
            ObjectNode detection = usual();
            detection.setAll(asked);
            next.set("turn_detection", detection);
        }
        return mistake(next)
                .<Update>map(Update.Refused::new)
                .orElseGet(() -> new Update.Accepted(new SessionSettings(next)));
    }

    /** The settings as {@code session.created} shows them. */
    ObjectNode json() {
        return json.deepCopy();
    }

    boolean speaks() {
        return list(json.path("modalities")).contains("audio");
    }

    String voice() {
        return json.path("voice").asText();
    }

    String instructions() {
        return json.path("instructions").asText("");
    }

    int maxTokens() {
        return json.path("max_tokens").asInt(0);
    }

    double temperature() {
        return json.path("temperature").asDouble(0.8);
    }

    boolean transcribes() {
        return json.path("input_audio_transcription").isObject();
    }

    /** When to listen for speech; empty when the client says itself where it ends. */
    Optional<Detection> detection() {
        JsonNode node = json.path("turn_detection");
        return node.isObject() ? Optional.of(detection(node)) : Optional.empty();
    }

    static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(item -> list.add(item.asText()));
        return list;
    }

    /** The mistake in a list of modalities; empty for none. */
    static Optional<ApiError> modalityMistake(JsonNode modalities, String param) {
        List<String> asked = list(modalities).stream().sorted().toList();
        boolean known = asked.equals(List.of("text")) || asked.equals(List.of("audio", "text"));
        return known
                ? Optional.empty()
                : Optional.of(ApiError.invalid(
                        "Invalid modalities: " + quoted(modalities)
                                + ". Supported combinations are: ['text'] and ['audio', 'text'].",
                        param));
    }

    private static Optional<ApiError> mistake(ObjectNode session) {
        return modalityMistake(session.path("modalities"), "session.modalities")
                .or(() -> format(session, "input_audio_format"))
                .or(() -> format(session, "output_audio_format"))
                .or(() -> range(session, "temperature", 0, 2, "session."))
                .or(() -> detectionMistake(session.path("turn_detection")));
    }

    private static Optional<ApiError> detectionMistake(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        String type = node.path("type").asText();
        if (!DETECTIONS.contains(type)) {
            return Optional.of(ApiError.invalid(
                    "Invalid turn_detection type: '" + type + "'. Supported values are: 'server_vad' and"
                            + " 'semantic_vad'.",
                    "session.turn_detection.type"));
        }
        return range(node, "threshold", -1, 1, "session.turn_detection.")
                .or(() -> range(node, "silence_duration_ms", 200, 6000, "session.turn_detection."));
    }

    private static Optional<ApiError> range(JsonNode node, String field, double from, double to, String path) {
        double value = node.path(field).asDouble(from);
        return value >= from && value <= to
                ? Optional.empty()
                : Optional.of(ApiError.invalid(
                        "Invalid " + field + ": " + node.path(field) + ". Range is [" + Math.round(from) + ", "
                                + Math.round(to) + "].",
                        path + field));
    }

    private static Optional<ApiError> format(JsonNode session, String field) {
        String format = session.path(field).asText();
        return FORMATS.contains(format)
                ? Optional.empty()
                : Optional.of(ApiError.invalid("Invalid " + field + ": '" + format + "'.", "session." + field));
    }

    private static String quoted(JsonNode modalities) {
        return modalities instanceof ArrayNode
                ? list(modalities)
                        .toString()
                        .replace("[", "['")
                        .replace("]", "']")
                        .replace(", ", "', '")
                : modalities.toString();
    }

    private static Detection detection(JsonNode node) {
        return new Detection(
                node.path("type").asText(),
                node.path("threshold").asDouble(),
                node.path("prefix_padding_ms").asInt(),
                node.path("silence_duration_ms").asInt(),
                node.path("create_response").asBoolean(),
                node.path("interrupt_response").asBoolean());
    }

    private static ObjectNode usual() {
        Detection usual = Detection.USUAL;
        return Json.mapper()
                .createObjectNode()
                .put("type", usual.type())
                .put("threshold", usual.threshold())
                .put("prefix_padding_ms", usual.prefixMillis())
                .put("silence_duration_ms", usual.silenceMillis())
                .put("create_response", usual.answers())
                .put("interrupt_response", usual.interrupts());
    }
}
