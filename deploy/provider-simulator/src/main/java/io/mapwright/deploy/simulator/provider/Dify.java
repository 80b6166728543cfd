package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.limit.Refusal;
import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A Dify chat application: conversations, pings, errors inside a stream that began with 200. */
final class Dify implements Dialect {

    private static final int REMEMBERED = 10_000;
    private static final String APP = "app";

    private final ErrorCatalogue catalogue = ErrorCatalogue.of(Provider.DIFY);
    private final Map<String, Boolean> conversations = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public Provider provider() {
        return Provider.DIFY;
    }

    @Override
    public List<String> chatPaths() {
        return List.of(Provider.DIFY.paths().getFirst() + "/chat-messages");
    }

    @Override
    public Optional<String> stopPath() {
        return Optional.of(chatPaths().getFirst() + "/:task/stop");
    }

    @Override
    public ChatRequest read(JsonNode body, UnaryOperator<String> headers) {
        ObjectNode plain = Json.mapper().createObjectNode().put("model", APP);
        plain.put("stream", body.path("response_mode").asText("blocking").equals("streaming"));
        plain.set("query", body.path("query"));
        plain.set("user", body.path("user"));
        plain.put("conversation_id", body.path("conversation_id").asText(""));
        plain.putArray("messages")
                .addObject()
                .put("role", "user")
                .put("content", body.path("query").asText(""));
        return ChatRequest.of(plain);
    }

    @Override
    public String newId(RandomGenerator random) {
        return Ids.uuid(random);
    }

    @Override
    public String newRequestId(RandomGenerator random) {
        return Ids.uuid(random);
    }

    @Override
    public Optional<WireError> objection(ChatRequest request, String requestId) {
        if (request.raw().path("query").asText("").isBlank()) {
            return Optional.of(write(catalogue.row("invalid_param"), "query is required in input form", requestId));
        }
        if (request.raw().path("user").asText("").isBlank()) {
            return Optional.of(write(catalogue.row("invalid_param"), "Arg user must be provided.", requestId));
        }
        String conversation = conversation(request);
        return conversation.isEmpty() || conversations.containsKey(conversation)
                ? Optional.empty()
                : Optional.of(write(catalogue.row("not_found"), null, requestId));
    }

    @Override
    public WireError malformed(String requestId) {
        return write(catalogue.row("malformed"), null, requestId);
    }

    @Override
    public WireError badKey(String requestId) {
        return write(catalogue.row("bad_key"), null, requestId).with("www-authenticate", "Bearer realm=\"api\"");
    }

    @Override
    public WireError refused(Refusal refusal, ChatRequest request, String requestId) {
        ErrorRow row = catalogue.row("too_many_requests");
        return write(row, new Blanks("", requestId, refusal).fill(row.message()), requestId);
    }

    @Override
    public WireError coded(String code, String text, ChatRequest request, String requestId) {
        return write(catalogue.row(code), text, requestId);
    }

    @Override
    public Map<String, String> headers(String requestId) {
        return Map.of("x-version", "1.10.0", "x-env", "PRODUCTION");
    }

    @Override
    public String keepAlive(boolean stream) {
        return stream ? "event: ping\n\n" : "";
    }

    @Override
    public boolean signsWhileStreaming() {
        return true;
    }

    @Override
    public String body(Reply reply) {
        String id = reply.id();
        return "{\"event\":\"message\",\"task_id\":\"" + id + "\",\"id\":\"" + id + "\",\"message_id\":\"" + id
                + "\",\"conversation_id\":\"" + remembered(reply) + "\",\"mode\":\"chat\",\"answer\":"
                + Json.quote(reply.choices().getFirst().text().text()) + ",\"metadata\":" + metadata(reply.usage())
                + ",\"created_at\":" + reply.created() + "}";
    }

    @Override
    public Frames frames(Reply reply) {
        return new Events(reply, remembered(reply));
    }

    private String remembered(Reply reply) {
        String given = conversation(reply.request());
        String conversation =
                given.isEmpty() ? new StringBuilder(reply.id()).reverse().toString() : given;
        conversations.put(conversation, true);
        return conversation;
    }

    private static String conversation(ChatRequest request) {
        return request.raw().path("conversation_id").asText("");
    }

    private WireError write(ErrorRow row, String text, String requestId) {
        String message = text == null ? new Blanks("", requestId, null).fill(row.message()) : text;
        return WireError.json(
                row.http(),
                row.key(),
                "{\"code\":" + Json.quote(row.code()) + ",\"message\":" + Json.quote(message) + ",\"status\":"
                        + row.http() + "}");
    }

    private static String metadata(Usage usage) {
        return "{\"usage\":{\"prompt_tokens\":" + usage.prompt()
                + ",\"prompt_unit_price\":\"0.001\",\"prompt_price_unit\":\"0.001\",\"prompt_price\":\""
                + price(usage.prompt(), 1) + "\",\"completion_tokens\":" + usage.completion()
                + ",\"completion_unit_price\":\"0.002\",\"completion_price_unit\":\"0.001\",\"completion_price\":\""
                + price(usage.completion(), 2) + "\",\"total_tokens\":" + usage.total() + ",\"total_price\":\""
                + price(usage.prompt() + 2 * usage.completion(), 1)
                + "\",\"currency\":\"USD\",\"latency\":0.7682},\"retriever_resources\":[]}";
    }

    private static String price(int tokens, int millionths) {
        return "%d.%07d".formatted(tokens * 10L * millionths / 10_000_000, tokens * 10L * millionths % 10_000_000);
    }

    private static final class Events implements Frames {

        private final String ids;
        private final long created;

        private Events(Reply reply, String conversation) {
            ids = ",\"task_id\":\"" + reply.id() + "\",\"message_id\":\"" + reply.id() + "\",\"conversation_id\":\""
                    + conversation + "\"";
            created = reply.created();
        }

        @Override
        public String open(int choice) {
            return "";
        }

        @Override
        public String thought(int choice, String piece, Usage soFar) {
            return "";
        }

        @Override
        public String content(int choice, String piece, Usage soFar) {
            return "data: {\"event\":\"message\"" + ids + ",\"answer\":" + piece + ",\"created_at\":" + created
                    + "}\n\n";
        }

        @Override
        public String toolCall(int choice, int position, ToolCall call) {
            return "";
        }

        @Override
        public String finish(int choice, String reason, Usage usage) {
            return "";
        }

        @Override
        public String close(Usage usage) {
            String id = ids.replaceFirst(",\"task_id\":(\"[^\"]*\")", ",\"task_id\":$1,\"id\":$1");
            return "data: {\"event\":\"message_end\"" + id + ",\"metadata\":" + metadata(usage) + "}\n\n";
        }

        @Override
        public String error(WireError error) {
            String body = error.body();
            return "data: {\"event\":\"error\"" + ids + "," + body.substring(1) + "\n\n";
        }
    }
}
