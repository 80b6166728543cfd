package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Hunyuan's own API: signed requests (the signature is not checked), capital letters, errors with HTTP 200. */
final class HunyuanNative implements Dialect {

    private static final String NOTE = "\"Note\":\"以上内容为AI生成，不代表开发者立场，请勿删除或修改本标记\"";
    private static final String CREDENTIAL = "Credential=";

    private final Errors errors = new Errors(ErrorCatalogue.named("hunyuan-native"), Envelope.HUNYUAN_NATIVE);

    @Override
    public Provider provider() {
        return Provider.HUNYUAN;
    }

    @Override
    public List<String> chatPaths() {
        return List.of("/hunyuan-native/");
    }

    @Override
    public Optional<String> key(String authorization) {
        int from = authorization.indexOf(CREDENTIAL);
        if (!authorization.startsWith("TC3-HMAC-SHA256 ") || from < 0) {
            return Optional.empty();
        }
        String credential = authorization.substring(from + CREDENTIAL.length());
        int slash = credential.indexOf('/');
        return slash < 1 ? Optional.empty() : Optional.of(credential.substring(0, slash));
    }

    @Override
    public ChatRequest read(JsonNode body, UnaryOperator<String> headers) {
        ObjectNode plain = Json.mapper().createObjectNode();
        plain.put("model", body.path("Model").asText(""));
        plain.put("stream", body.path("Stream").asBoolean(false));
        plain.put("temperature", body.path("Temperature").asDouble(1));
        ArrayNode messages = plain.putArray("messages");
        for (JsonNode message : body.path("Messages")) {
            messages.addObject()
                    .put("role", message.path("Role").asText(""))
                    .put("content", message.path("Content").asText(""));
        }
        return ChatRequest.of(plain);
    }

    @Override
    public Optional<WireError> objection(ChatRequest request, String requestId) {
        if (request.model().isEmpty() || request.messages().isEmpty()) {
            return Optional.of(coded("MissingParameter", null, request, requestId));
        }
        return Provider.HUNYUAN.knows(request.model())
                ? Optional.empty()
                : Optional.of(coded("InvalidParameterValue.Model", null, request, requestId));
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public WireError malformed(String requestId) {
        return errors.named("InvalidParameter", null, requestId);
    }

    @Override
    public WireError badKey(String requestId) {
        return errors.named("AuthFailure.SignatureFailure", null, requestId);
    }

    @Override
    public WireError coded(String code, String text, ChatRequest request, String requestId) {
        return errors.coded(translated(code), text, request, requestId);
    }

    @Override
    public Map<String, String> headers(String requestId) {
        return Map.of("x-tc-requestid", requestId);
    }

    @Override
    public String body(Reply reply) {
        var choice = reply.choices().getFirst();
        return "{\"Response\":{\"RequestId\":\"" + reply.id() + "\"," + NOTE + ",\"Choices\":[{\"FinishReason\":\""
                + choice.finishReason() + "\",\"Message\":{\"Role\":\"assistant\",\"Content\":"
                + Json.quote(choice.text().text()) + "}}],\"Created\":" + reply.created() + ",\"Id\":\"" + reply.id()
                + "\",\"Usage\":" + usage(reply.usage()) + "}}";
    }

    @Override
    public Frames frames(Reply reply) {
        return new NativeFrames(reply);
    }

    /** The compatible API's numbers have no meaning here: its 2003 is a limit, all others are about the request. */
    private static String translated(String code) {
        if (code.equals("2003")) {
            return "RequestLimitExceeded";
        }
        return code.matches("\\d+") ? "InvalidParameter" : code;
    }

    private static String usage(Usage usage) {
        return "{\"PromptTokens\":" + usage.prompt() + ",\"CompletionTokens\":" + usage.completion()
                + ",\"TotalTokens\":" + usage.total() + "}";
    }

    private static final class NativeFrames implements Frames {

        private final Reply reply;

        private NativeFrames(Reply reply) {
            this.reply = reply;
        }

        @Override
        public String content(int choice, String piece, Usage soFar) {
            return event(piece, "", soFar);
        }

        @Override
        public String finish(int choice, String reason, Usage usage) {
            return event("\"\"", reason, usage);
        }

        @Override
        public String error(WireError error) {
            return "data: {\"ErrorMsg\":{\"Msg\":" + Json.quote(error.code()) + ",\"Code\":3597823239}}\n\n";
        }

        private String event(String piece, String reason, Usage usage) {
            return "data: {" + NOTE + ",\"Choices\":[{\"FinishReason\":\"" + reason
                    + "\",\"Delta\":{\"Role\":\"assistant\",\"Content\":" + piece + "}}],\"Created\":"
                    + reply.created() + ",\"Id\":\"" + reply.id() + "\",\"Usage\":" + usage(usage) + "}\n\n";
        }
    }
}
