package io.mapwright.voice.completion.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.voice.completion.CompletionFailure;
import io.smallrye.mutiny.TimeoutException;

/** Says the gateway's refusals in the words of the public contract. */
final class GatewayErrors {

    private static final int NO_STATUS = 0;

    private GatewayErrors() {}

    /** A refusal before anything was answered. */
    static CompletionFailure refused(int status, JsonNode body) {
        return failure(status, body.path("error"));
    }

    /** An error in the middle of a stream. */
    static CompletionFailure broken(JsonNode error) {
        return failure(NO_STATUS, error);
    }

    /** The gateway could not be reached, or went silent. */
    static CompletionFailure unreachable(Throwable cause) {
        if (cause instanceof CompletionFailure known) {
            return known;
        }
        boolean late = cause instanceof TimeoutException;
        return new CompletionFailure(late ? "timeout" : "service_error", cause);
    }

    private static CompletionFailure failure(int status, JsonNode error) {
        return new CompletionFailure(errorType(status, error.path("code").asText(""), error));
    }

    private static String errorType(int status, String code, JsonNode error) {
        if (code.startsWith("content_filter")) {
            return "content_filter";
        }
        if (code.startsWith("quota_exhausted")) {
            return "quota_exhausted";
        }
        return switch (status) {
            case 400, 413, 422 -> "invalid_parameter";
            case 401, 403 -> "access_denied";
            case 404 -> "model_not_found";
            case 429 -> "rate_limit";
            case 503 -> "overloaded";
            case 504 -> "timeout";
            default -> byType(error.path("type").asText(""));
        };
    }

    private static String byType(String type) {
        return switch (type) {
            case "rate_limit_error" -> "rate_limit";
            case "timeout_error" -> "timeout";
            case "invalid_request_error" -> "invalid_parameter";
            default -> "service_error";
        };
    }
}
