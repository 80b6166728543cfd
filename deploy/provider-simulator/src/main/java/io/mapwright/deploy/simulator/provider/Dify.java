package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A Dify chat application: conversations, pings, errors inside a stream that began with 200. */
final class Dify implements Dialect {

    private static final int REMEMBERED = 10_000;
    /** An application whose key begins like this is an agent, which names its messages differently. */
    private static final String AGENT_KEY = "app-agent";

    private static final List<String> BESIDE = List.of(
            "workflow_started", "node_started", "agent_thought", "node_finished", "tts_message", "workflow_finished");
    private static final String APP = "app";

    private final Errors errors = new Errors(ErrorCatalogue.of(Provider.DIFY), Envelope.DIFY);
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
        plain.put("agent", headers.apply("authorization").contains(" " + AGENT_KEY));
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
    public String newId(String requestId, RandomGenerator random) {
        return Ids.uuid(random);
    }

    @Override
    public Optional<WireError> objection(ChatRequest request, String requestId) {
        if (request.raw().path("query").asText("").isBlank()) {
            return Optional.of(errors.named("invalid_param", "query is required in input form", requestId));
        }
        if (request.raw().path("user").asText("").isBlank()) {
            return Optional.of(errors.named("invalid_param", "Arg user must be provided.", requestId));
        }
        String conversation = conversation(request);
        return conversation.isEmpty() || conversations.containsKey(conversation)
                ? Optional.empty()
                : Optional.of(errors.named("not_found", null, requestId));
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public WireError badKey(String requestId) {
        return Dialect.super.badKey(requestId).with("www-authenticate", "Bearer realm=\"api\"");
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
        private final String kind;
        private final long created;

        private Events(Reply reply, String conversation) {
            ids = ",\"task_id\":\"" + reply.id() + "\",\"message_id\":\"" + reply.id() + "\",\"conversation_id\":\""
                    + conversation + "\"";
            kind = reply.request().raw().path("agent").asBoolean() ? "agent_message" : "message";
            created = reply.created();
        }

        @Override
        public String beside(int number) {
            String event = BESIDE.get(Math.floorMod(number, BESIDE.size()));
            return "data: {\"event\":\"" + event + "\"" + ids + ",\"created_at\":" + created + "}\n\n";
        }

        @Override
        public String replacement(String text) {
            return "data: {\"event\":\"message_replace\"" + ids + ",\"answer\":" + Json.quote(text) + ",\"created_at\":"
                    + created + "}\n\n";
        }

        @Override
        public String content(int choice, String piece, Usage soFar) {
            return "data: {\"event\":\"" + kind + "\"" + ids + ",\"answer\":" + piece + ",\"created_at\":" + created
                    + "}\n\n";
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
