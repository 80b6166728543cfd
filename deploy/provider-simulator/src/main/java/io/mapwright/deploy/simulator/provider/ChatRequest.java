package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.token.TokenEstimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A chat request as far as an answer depends on it.
 *
 * @param maxTokens zero when the caller set none
 * @param raw the whole body, for what one provider alone looks at
 */
public record ChatRequest(
        String model,
        List<Message> messages,
        boolean stream,
        boolean includeUsage,
        int maxTokens,
        double temperature,
        JsonNode raw) {

    /** One message; {@code text} joins the text parts of a list of parts. */
    public record Message(String role, String text) {}

    /** Reads a body of the OpenAI schema; what is missing or of a wrong type reads as absent. */
    public static ChatRequest of(JsonNode body) {
        return new ChatRequest(
                body.path("model").asText(""),
                messages(body.path("messages")),
                body.path("stream").asBoolean(false),
                body.path("stream_options").path("include_usage").asBoolean(false),
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(0)),
                body.path("temperature").asDouble(1),
                body);
    }

    static List<Message> messages(JsonNode list) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode node : list) {
            messages.add(new Message(node.path("role").asText(""), text(node.path("content"))));
        }
        return messages;
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            text.append(part.path("text").asText(""));
        }
        return text.toString();
    }

    public int promptTokens() {
        return TokenEstimate.ofPrompt(messages.stream().map(Message::text).toList());
    }

    /** How many alternative answers are wanted, at least 1. */
    public int choices() {
        return Math.max(1, raw.path("n").asInt(1));
    }

    public boolean wantsJson() {
        return raw.path("response_format").path("type").asText("").startsWith("json");
    }

    /** Whether the model shall think first, by any of the providers' switches. */
    public boolean thinks() {
        String type = raw.path("thinking").path("type").asText("");
        return raw.path("enable_thinking").asBoolean(false)
                || type.equals("enabled")
                || model.contains("thinking")
                || model.contains("reasoner")
                || (model.startsWith("deepseek-v4") && type.isEmpty() && raw.has("reasoning_effort"));
    }

    /** The last message's role, empty when there is no message. */
    public String lastRole() {
        return messages.isEmpty() ? "" : messages.getLast().role();
    }

    public boolean hasTools() {
        return raw.path("tools").isArray() && !raw.path("tools").isEmpty();
    }
}
