package io.mapwright.diagram.model.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.diagram.model.ErrorType;

import java.util.Optional;

/** What front ends are told for an error object of the gateway. */
final class GatewayErrors {

    private GatewayErrors() {}

    /** By the error's code, else by its HTTP status. */
    static ErrorType errorType(int status, JsonNode body) {
        return byCode(body.path("error").path("code").asText()).orElse(byStatus(status));
    }

    private static Optional<ErrorType> byCode(String code) {
        return switch (code) {
            case "rate_limited", "concurrency_limited" -> Optional.of(ErrorType.RATE_LIMIT);
            case "content_filtered" -> Optional.of(ErrorType.CONTENT_FILTER);
            case "invalid_request", "invalid_value", "unsupported_parameter", "context_too_long", "request_too_large" ->
                Optional.of(ErrorType.INVALID_PARAMETER);
            case "auth" -> Optional.of(ErrorType.ACCESS_DENIED);
            case "server_error" -> Optional.of(ErrorType.SERVICE_ERROR);
            default -> ErrorType.named(code);
        };
    }

    private static ErrorType byStatus(int status) {
        return switch (status) {
            case 400, 413, 422 -> ErrorType.INVALID_PARAMETER;
            case 401, 403 -> ErrorType.ACCESS_DENIED;
            case 402 -> ErrorType.QUOTA_EXHAUSTED;
            case 404 -> ErrorType.MODEL_NOT_FOUND;
            case 408, 504 -> ErrorType.TIMEOUT;
            case 429 -> ErrorType.RATE_LIMIT;
            case 503 -> ErrorType.OVERLOADED;
            default -> ErrorType.SERVICE_ERROR;
        };
    }
}
