package io.mapwright.voice.completion.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mapwright.voice.completion.CompletionFailure;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads answers in OpenAI's dialect. */
@Singleton
final class ChatAnswer {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper json;

    ChatAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** The first object in the message of a whole answer; what a model writes around it does not matter. */
    Map<String, Object> object(byte[] body) {
        String text = tree(body)
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asText("");
        int start = text.indexOf('{');
        if (start < 0) {
            throw new CompletionFailure(CompletionFailure.NO_RESPONSE);
        }
        try {
            return json.readerFor(OBJECT)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readValue(text.substring(start));
        } catch (JsonProcessingException noObject) {
            throw new CompletionFailure(CompletionFailure.NO_RESPONSE);
        }
    }

    /** The words that one event of a stream adds; may be none. */
    String words(String event) {
        JsonNode tree = tree(event);
        if (tree.has("error")) {
            throw GatewayErrors.broken(tree.path("error"));
        }
        return tree.path("choices").path(0).path("delta").path("content").asText("");
    }

    CompletionFailure refusal(int status, byte[] body) {
        return GatewayErrors.refused(status, tree(body));
    }

    private JsonNode tree(byte[] body) {
        return tree(new String(body, StandardCharsets.UTF_8));
    }

    private JsonNode tree(String body) {
        try {
            JsonNode tree = json.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
