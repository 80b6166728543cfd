package io.mapwright.voice.session.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.voice.session.ClientMessage;
import io.mapwright.voice.session.ServerEvent;
import jakarta.inject.Singleton;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads messages. What is wrong with one is said in words that help whoever wrote the client. */
@Singleton
final class MessageReader {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LONGEST_TEXT = 5000;
    private static final Set<String> IMAGE_FORMATS = Set.of("png", "jpeg", "jpg", "webp");

    private final ObjectMapper json;

    MessageReader(ObjectMapper json) {
        this.json = json;
    }

    /** @throws MalformedMessageException saying what is wrong */
    ClientMessage read(String frame) {
        JsonNode message = tree(frame);
        String type = required(message, "type");
        return switch (type) {
            case "start" -> new ClientMessage.Start(optional(message, "diagram_type"), context(message, false));
            case "context_update" ->
                new ClientMessage.ContextUpdate(optional(message, "diagram_type"), context(message, true));
            case "text" -> new ClientMessage.Text(text(message));
            case "audio" -> audio(message);
            case "append_image" -> image(message);
            case "clear_audio_buffer", "commit_audio_buffer" -> new ClientMessage.Audio();
            case "cancel_response" -> new ClientMessage.CancelResponse();
            case "ack" -> new ClientMessage.Ack(required(message, "mutation_id"), flag(message, "ok"));
            case "stop" -> new ClientMessage.Stop();
            default -> throw malformed("type 未知", "type is none that this service knows");
        };
    }

    /** @throws MalformedMessageException when it is no sound */
    ClientMessage readSound(byte[] pcm) {
        if (pcm.length == 0 || pcm.length % 2 != 0) {
            throw malformed("音频须为 16 位 PCM", "sound is PCM of 16 bits: an even number of bytes");
        }
        return new ClientMessage.Audio();
    }

    private JsonNode tree(String frame) {
        JsonNode message;
        try {
            message = json.readTree(frame);
        } catch (JsonProcessingException broken) {
            throw malformed("消息不是有效的 JSON", "the message is no JSON");
        }
        if (message == null || !message.isObject()) {
            throw malformed("消息须为 JSON 对象", "a message is a JSON object");
        }
        return message;
    }

    private ClientMessage audio(JsonNode message) {
        return readSound(base64(message));
    }

    private ClientMessage image(JsonNode message) {
        if (!IMAGE_FORMATS.contains(required(message, "format"))) {
            throw malformed("format 须为 png、jpeg 或 webp", "format is png, jpeg or webp");
        }
        if (base64(message).length == 0) {
            throw malformed("data 为空", "data is empty");
        }
        return new ClientMessage.Image();
    }

    private static byte[] base64(JsonNode message) {
        try {
            return Base64.getDecoder().decode(required(message, "data"));
        } catch (IllegalArgumentException garbage) {
            throw malformed("data 须为 base64", "data is base64");
        }
    }

    private static String text(JsonNode message) {
        String text = required(message, "text");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw malformed("text 须为 1 到 5000 个字符", "text has 1 to 5000 characters");
        }
        return text;
    }

    /** The member {@code context}; an update may also spread it over the message. */
    private Map<String, Object> context(JsonNode message, boolean spread) {
        JsonNode context = message.path("context");
        if (context.isMissingNode() || context.isNull()) {
            return spread ? json.convertValue(message, OBJECT) : Map.of();
        }
        if (!context.isObject()) {
            throw malformed("context 须为对象", "context is an object");
        }
        return json.convertValue(context, OBJECT);
    }

    private static String required(JsonNode message, String member) {
        return optional(message, member).orElseThrow(() -> malformed("缺少 " + member, member + " is missing"));
    }

    private static Optional<String> optional(JsonNode message, String member) {
        JsonNode value = message.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw malformed(member + " 须为字符串", member + " is a string");
        }
        return Optional.of(value.asText());
    }

    private static boolean flag(JsonNode message, String member) {
        JsonNode value = message.path(member);
        if (!value.isBoolean()) {
            throw malformed(member + " 须为布尔值", member + " is true or false");
        }
        return value.asBoolean();
    }

    private static MalformedMessageException malformed(String zh, String en) {
        return new MalformedMessageException(new ServerEvent.Failure("invalid_parameter", zh, en));
    }

    /** A frame that is no message. */
    static final class MalformedMessageException extends RuntimeException {

        private final transient ServerEvent.Failure complaint;

        MalformedMessageException(ServerEvent.Failure complaint) {
            super(complaint.text().en(), null, false, false);
            this.complaint = complaint;
        }

        ServerEvent.Failure complaint() {
            return complaint;
        }
    }
}
