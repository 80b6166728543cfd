package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.provider.Json;

/**
 * What an {@code error} event says.
 *
 * @param param the field it is about; empty for none
 */
record ApiError(String type, String code, String message, String param) {

    static ApiError invalid(String message, String param) {
        return new ApiError("invalid_request_error", "invalid_value", message, param);
    }

    static ApiError invalid(String code, String message, String param) {
        return new ApiError("invalid_request_error", code, message, param);
    }

    /** The error in the body of a compatible-mode answer. */
    static ApiError of(JsonNode error) {
        return new ApiError(
                error.path("type").asText(),
                error.path("code").asText(),
                error.path("message").asText(),
                "");
    }

    ObjectNode json() {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("type", type)
                .put("code", code)
                .put("message", message);
        if (!param.isEmpty()) {
            node.put("param", param);
        }
        return node;
    }
}
