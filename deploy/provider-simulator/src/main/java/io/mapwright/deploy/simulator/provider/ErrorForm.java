package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Forms in which errors of one API have been seen besides the usual one; a client must understand them all. */
public enum ErrorForm {
    /** {@code {"error":{…}}} as JSON. */
    COMPAT,
    /** {@code {"code":…,"message":…,"request_id":…}}. */
    NATIVE,
    /** The error framed as an event of a stream, whatever the status. */
    SSE,
    /** Ids within the error instead of beside it. */
    IDS_INSIDE,
    /** Without ids and {@code param}. */
    BARE,
    /** The message alone, as text. */
    PLAIN,
    /** Nothing but the status. */
    EMPTY;

    /**
     * The form with a name on the wire.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static ErrorForm of(String key) {
        return Arrays.stream(values())
                .filter(form -> form.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form of error '" + key + "', only "
                        + Arrays.stream(values()).map(ErrorForm::key).collect(Collectors.joining(", "))));
    }

    /** The name on the wire. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same error in this form; an error that is not JSON stays as it is. */
    public WireError of(WireError usual, String requestId) {
        String body =
                usual.body().startsWith("data: ") ? usual.body().substring(6).strip() : usual.body();
        JsonNode tree = Json.read(body);
        if (!tree.isObject()) {
            return usual;
        }
        JsonNode error = tree.path("error").isObject() ? tree.path("error") : tree;
        return switch (this) {
            case COMPAT -> usual.as(WireError.JSON, body);
            case SSE -> usual.as(WireError.EVENTS, "data: " + body + "\n\n");
            case PLAIN ->
                usual.as("text/plain; charset=utf-8", error.path("message").asText());
            case EMPTY -> usual.as("", "");
            case NATIVE -> usual.as(WireError.JSON, Json.write(flat(error, requestId)));
            case IDS_INSIDE -> usual.as(WireError.JSON, wrapped(inside(error, requestId)));
            case BARE -> usual.as(WireError.JSON, wrapped(bare(error)));
        };
    }

    private static ObjectNode flat(JsonNode error, String requestId) {
        return Json.mapper()
                .createObjectNode()
                .put("code", error.path("code").asText(error.path("type").asText()))
                .put("message", error.path("message").asText())
                .put("request_id", requestId);
    }

    private static ObjectNode inside(JsonNode error, String requestId) {
        ObjectNode inside = error.deepCopy();
        return inside.put("id", "chatcmpl-" + requestId).put("request_id", requestId);
    }

    private static ObjectNode bare(JsonNode error) {
        ObjectNode bare = error.deepCopy();
        bare.remove("param");
        bare.remove("id");
        return bare;
    }

    private static String wrapped(ObjectNode error) {
        return Json.write(Json.mapper().createObjectNode().set("error", error));
    }
}
