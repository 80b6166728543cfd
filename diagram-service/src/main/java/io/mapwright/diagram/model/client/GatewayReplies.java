package io.mapwright.diagram.model.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.model.ModelReply;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.mapwright.diagram.model.ModelUnavailableException.Reason;
import io.mapwright.diagram.sibling.client.SiblingAnswer;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Tells a model's answer, a refusal of its provider and an outage of the gateway apart. */
@Singleton
final class GatewayReplies {

    private static final String SOURCE = "x-llm-error-source";
    private static final Duration RETRY_UNSAID = Duration.ofSeconds(2);

    private final ObjectMapper json;

    GatewayReplies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads an answer of the gateway.
     *
     * @throws ModelUnavailableException when the gateway itself could not serve the call
     */
    ModelReply read(SiblingAnswer answer) {
        var body = tree(answer);
        if (answer.status() == 200) {
            return completion(body);
        }
        boolean provider = answer.header(SOURCE).filter("provider"::equals).isPresent();
        return provider
                ? new ModelReply.Refused(errorType(answer.status(), body))
                : ofGateway(answer, errorType(answer.status(), body));
    }

    private static ModelReply completion(JsonNode body) {
        var choice = body.path("choices").path(0);
        return "content_filter".equals(choice.path("finish_reason").asText())
                ? new ModelReply.Refused(ErrorType.CONTENT_FILTER)
                : new ModelReply.Answered(choice.path("message").path("content").asText(""));
    }

    private static ModelReply ofGateway(SiblingAnswer answer, ErrorType reason) {
        return switch (answer.status()) {
            case 400, 404, 413, 422 -> new ModelReply.Refused(reason);
            case 429 -> throw outage(Reason.CALLER_LIMIT, answer);
            case 504 -> throw outage(Reason.DEADLINE, answer);
            default -> throw outage(Reason.NO_CAPACITY, answer);
        };
    }

    private static ModelUnavailableException outage(Reason reason, SiblingAnswer answer) {
        var retryAfter = answer.retryAfter().or(() -> Optional.of(RETRY_UNSAID));
        return new ModelUnavailableException(reason, retryAfter, "llm-gateway answered " + answer.status());
    }

    private static ErrorType errorType(int status, JsonNode body) {
        var error = body.path("error");
        return ErrorType.named(error.path("code").asText())
                .or(() -> ErrorType.named(error.path("type").asText()))
                .orElse(byStatus(status));
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

    private JsonNode tree(SiblingAnswer answer) {
        try {
            var tree = json.readTree(answer.body().getBytes());
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException unreadable) {
            // A proxy's page instead of the gateway's JSON: the status has to do.
            return MissingNode.getInstance();
        }
    }
}
