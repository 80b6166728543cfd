package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.provider.Reply.Choice;
import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Model Studio's own text generation API: the same models, limits and errors as compatible mode in another form. */
final class DashScopeNative implements Dialect {

    private static final String PATH = "/dashscope/api/v1/services/aigc/";

    private final Errors errors = new Errors(ErrorCatalogue.of(Provider.DASHSCOPE), Envelope.DASHSCOPE_NATIVE);

    @Override
    public Provider provider() {
        return Provider.DASHSCOPE;
    }

    @Override
    public List<String> chatPaths() {
        return List.of(PATH + "text-generation/generation", PATH + "multimodal-generation/generation");
    }

    @Override
    public ChatRequest read(JsonNode body, UnaryOperator<String> headers) {
        ObjectNode flat = Json.mapper().createObjectNode();
        if (body.path("parameters") instanceof ObjectNode parameters) {
            flat.setAll(parameters);
        }
        flat.set("model", body.path("model"));
        JsonNode messages = body.path("input").path("messages");
        if (messages.isMissingNode() && body.path("input").has("prompt")) {
            messages = Json.mapper()
                    .createArrayNode()
                    .add(Json.mapper()
                            .createObjectNode()
                            .put("role", "user")
                            .put("content", body.path("input").path("prompt").asText()));
        }
        flat.set("messages", messages);
        flat.put("stream", headers.apply("x-dashscope-sse").equalsIgnoreCase("enable"));
        return ChatRequest.of(flat);
    }

    @Override
    public Optional<WireError> objection(ChatRequest request, String requestId) {
        if (request.model().isEmpty()) {
            return Optional.of(coded("BadRequest.EmptyModel", null, request, requestId));
        }
        if (request.messages().isEmpty()) {
            return Optional.of(coded("BadRequest.EmptyInput", null, request, requestId));
        }
        return Provider.DASHSCOPE.knows(request.model())
                ? Optional.empty()
                : Optional.of(coded("model_not_exist", null, request, requestId));
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public WireError badKey(String requestId) {
        return errors.named("bad_key", "Invalid API-key provided.", requestId);
    }

    @Override
    public Map<String, String> headers(String requestId) {
        return Dialects.dashScopeHeaders(requestId);
    }

    @Override
    public String body(Reply reply) {
        boolean message =
                reply.request().raw().path("result_format").asText("message").equals("message");
        Choice choice = reply.choices().getFirst();
        String text = Json.quote(choice.text().text());
        String output = message
                ? "{\"choices\":[{\"finish_reason\":" + Json.quote(choice.finishReason()) + ",\"message\":"
                        + message(text, Json.quote(choice.thoughts().text()), choice.toolCalls()) + "}]}"
                : "{\"finish_reason\":" + Json.quote(choice.finishReason()) + ",\"text\":" + text + "}";
        return "{\"request_id\":\"" + reply.id() + "\",\"output\":" + output + ",\"usage\":" + usage(reply.usage())
                + "}";
    }

    @Override
    public Frames frames(Reply reply) {
        return new NativeFrames(reply);
    }

    private static String message(String text, String thoughts, List<ToolCall> tools) {
        StringBuilder out = new StringBuilder("{\"role\":\"assistant\",\"content\":").append(text);
        out.append(",\"reasoning_content\":").append(thoughts);
        for (int i = 0; i < tools.size(); i++) {
            ToolCall tool = tools.get(i);
            out.append(i == 0 ? ",\"tool_calls\":[" : ",")
                    .append("{\"index\":" + i + ",\"id\":" + Json.quote(tool.id()))
                    .append(",\"type\":\"function\",\"function\":{\"name\":" + Json.quote(tool.name()))
                    .append(",\"arguments\":" + Json.quote(tool.arguments()) + "}}");
        }
        return out.append(tools.isEmpty() ? "}" : "]}").toString();
    }

    private static String usage(Usage usage) {
        return "{\"total_tokens\":" + usage.total() + ",\"input_tokens\":" + usage.prompt() + ",\"output_tokens\":"
                + usage.completion() + "}";
    }

    /** Numbered events with the HTTP status in a comment; whole text so far unless the increments were asked for. */
    private static final class NativeFrames implements Frames {

        private final String id;
        private final boolean incremental;
        private final StringBuilder soFar = new StringBuilder();
        private int number;

        private NativeFrames(Reply reply) {
            id = reply.id();
            incremental = reply.request().raw().path("incremental_output").asBoolean(false);
        }

        @Override
        public String thought(int choice, String piece, Usage usage) {
            return event(message("\"\"", piece, List.of()), "null", usage);
        }

        @Override
        public String content(int choice, String piece, Usage usage) {
            soFar.append(piece, 1, piece.length() - 1);
            return event(message(incremental ? piece : whole(), "\"\"", List.of()), "null", usage);
        }

        @Override
        public String toolCall(int choice, int position, ToolCall call) {
            return event(message("\"\"", "\"\"", List.of(call)), "null", new Usage(0, 0, 0));
        }

        @Override
        public String finish(int choice, String reason, Usage usage) {
            return event(message(incremental ? "\"\"" : whole(), "\"\"", List.of()), reason, usage);
        }

        @Override
        public String error(WireError error) {
            return "id:" + (number + 1) + "\nevent:error\n:HTTP_STATUS/" + error.status() + "\ndata:" + error.body()
                    + "\n\n";
        }

        private String whole() {
            return "\"" + soFar + "\"";
        }

        private String event(String message, String reason, Usage usage) {
            return "id:" + ++number + "\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":{\"choices\":[{\"message\":"
                    + message + ",\"finish_reason\":\"" + reason + "\"}]},\"usage\":" + usage(usage)
                    + ",\"request_id\":\"" + id + "\"}\n\n";
        }
    }
}
