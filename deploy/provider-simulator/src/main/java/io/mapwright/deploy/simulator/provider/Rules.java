package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.deploy.simulator.provider.ChatRequest.Message;
import io.mapwright.deploy.simulator.provider.RequestRules.Objection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The request rules of each provider that a client is likely to break. */
final class Rules {

    static final RequestRules DASHSCOPE = Rules::dashScope;
    static final RequestRules DEEPSEEK = Rules::deepSeek;
    static final RequestRules MOONSHOT = request -> required(
            request, new Objection("invalid_request", "Invalid request: model is required"), "invalid_request");
    static final RequestRules HUNYUAN = Rules::hunyuan;
    static final RequestRules ARK = request -> required(
            request,
            new Objection("MissingParameter.model", "The request is missing `model` parameter."),
            "MissingParameter.messages");
    static final RequestRules OPENAI = Rules::openAi;

    private Rules() {}

    private static Optional<Objection> required(ChatRequest request, Objection noModel, String noMessages) {
        if (request.model().isEmpty()) {
            return Optional.of(noModel);
        }
        return request.messages().isEmpty() ? Optional.of(new Objection(noMessages, null)) : Optional.empty();
    }

    private static Optional<Objection> dashScope(ChatRequest request) {
        JsonNode raw = request.raw();
        if (request.model().isEmpty()) {
            return invalid("you must provide a model parameter.");
        }
        if (request.messages().isEmpty()) {
            return invalid(
                    raw.has("messages")
                            ? "[] is too short - 'messages'"
                            : "Either \"prompt\" or \"messages\" must exist and cannot both be none");
        }
        if (outside(raw, "temperature", 0, 2, true)) {
            return invalid("Temperature should be in [0.0, 2.0)");
        }
        if (raw.has("top_p")
                && (raw.path("top_p").asDouble() <= 0 || raw.path("top_p").asDouble() > 1)) {
            return invalid("Range of top_p should be (0.0, 1.0]");
        }
        if (outside(raw, "presence_penalty", -2, 2, false)) {
            return invalid("Presence_penalty should be in [-2.0, 2.0]");
        }
        if (outside(raw, "n", 1, 4, false)) {
            return invalid("Range of n should be [1, 4]");
        }
        return dashScopeModes(request);
    }

    private static Optional<Objection> dashScopeModes(ChatRequest request) {
        boolean thinking = request.raw().path("enable_thinking").asBoolean(false);
        if (request.wantsJson() && thinking) {
            return invalid("Json mode response is not supported when enable_thinking is true");
        }
        if (request.wantsJson() && !mentions(request.messages(), "json")) {
            return invalid("'messages' must contain the word 'json' in some form, to use 'response_format' of type"
                    + " 'json_object'.");
        }
        if (thinking && !request.stream()) {
            return invalid("parameter.enable_thinking must be set to false for non-streaming calls");
        }
        for (JsonNode tool : request.raw().path("tools")) {
            if (tool.path("function").path("name").asText().equals("search")) {
                return invalid("Tool names are not allowed to be [search]");
            }
        }
        return Optional.empty();
    }

    private static Optional<Objection> deepSeek(ChatRequest request) {
        JsonNode raw = request.raw();
        if (!raw.has("model") || !raw.has("messages")) {
            String field = raw.has("model") ? "messages" : "model";
            return Optional.of(new Objection(
                    "unprocessable",
                    "Failed to deserialize the JSON body into the target type:" + " missing field `" + field
                            + "` at line 1 column " + raw.toString().length()));
        }
        if (outside(raw, "frequency_penalty", -2, 2, false)) {
            return Optional.of(new Objection("invalid_format", null));
        }
        if (raw.has("stream_options") && !request.stream()) {
            return Optional.of(
                    new Objection("invalid_format", "stream_options should be set along with stream = true"));
        }
        return request.messages().isEmpty()
                ? Optional.of(new Objection("invalid_format", "Empty input messages"))
                : Optional.empty();
    }

    private static Optional<Objection> hunyuan(ChatRequest request) {
        if (request.model().isEmpty() || request.messages().isEmpty()) {
            return Optional.of(new Objection("4003", null));
        }
        String last = "assistant";
        for (Message message : request.messages()) {
            boolean toolsInARow = message.role().equals("tool") && !last.equals("user");
            if (message.role().equals("system") || toolsInARow) {
                last = message.role().equals("tool") ? "user" : last;
                continue;
            }
            if (message.role().equals(last)) {
                return Optional.of(new Objection("1001", null));
            }
            last = message.role();
        }
        return last.equals("assistant") ? Optional.of(new Objection("1001", null)) : Optional.empty();
    }

    private static Optional<Objection> openAi(ChatRequest request) {
        if (outside(request.raw(), "temperature", 0, 2, false)) {
            return Optional.of(
                    new Objection("invalid_request_error", "Invalid 'temperature': expected a value between 0 and 2."));
        }
        return required(
                request,
                new Objection("invalid_request_error", "you must provide a model parameter"),
                "invalid_request_error");
    }

    private static Optional<Objection> invalid(String text) {
        return Optional.of(new Objection("InvalidParameter", text));
    }

    private static boolean outside(JsonNode raw, String field, double from, double to, boolean toExcluded) {
        if (!raw.hasNonNull(field)) {
            return false;
        }
        double value = raw.path(field).asDouble();
        return value < from || value > to || (toExcluded && value == to);
    }

    private static boolean mentions(List<Message> messages, String word) {
        return messages.stream()
                .anyMatch(message -> message.text().toLowerCase(Locale.ROOT).contains(word));
    }
}
