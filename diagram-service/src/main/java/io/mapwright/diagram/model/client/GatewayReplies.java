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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Tells a model's answer, a refusal of its provider and an outage of the gateway apart. */
@Singleton
final class GatewayReplies {

    private static final String SOURCE = "x-llm-error-source";
    private static final String EVENT = "data:";
    private static final Duration RETRY_UNSAID = Duration.ofSeconds(2);

    private final ObjectMapper json;

    GatewayReplies(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads an answer of the gateway, in one piece or streamed.
     *
     * @throws ModelUnavailableException when the gateway itself could not serve the call
     */
    ModelReply read(SiblingAnswer answer) {
        var text = answer.body().toString(StandardCharsets.UTF_8);
        if (answer.status() == 200) {
            return isStream(answer) ? streamed(text) : completion(tree(text));
        }
        var reason = GatewayErrors.errorType(answer.status(), tree(text));
        boolean provider = answer.header(SOURCE).filter("provider"::equals).isPresent();
        return provider ? new ModelReply.Refused(reason) : ofGateway(answer, reason);
    }

    private static boolean isStream(SiblingAnswer answer) {
        return answer.header("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    private static ModelReply completion(JsonNode body) {
        var choice = body.path("choices").path(0);
        return isFiltered(choice)
                ? new ModelReply.Refused(ErrorType.CONTENT_FILTER)
                : new ModelReply.Answered(choice.path("message").path("content").asText(""));
    }

    private ModelReply streamed(String events) {
        var words = new StringBuilder();
        for (var line : events.split("\n")) {
            var event = line.startsWith(EVENT) ? tree(line.substring(EVENT.length())) : MissingNode.getInstance();
            if (event.has("error")) {
                // The stream had begun, so a provider was at work: nobody else fails then.
                return new ModelReply.Refused(GatewayErrors.errorType(500, event));
            }
            var choice = event.path("choices").path(0);
            if (isFiltered(choice)) {
                return new ModelReply.Refused(ErrorType.CONTENT_FILTER);
            }
            words.append(choice.path("delta").path("content").asText(""));
        }
        return new ModelReply.Answered(words.toString());
    }

    private static boolean isFiltered(JsonNode choice) {
        return "content_filter".equals(choice.path("finish_reason").asText());
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

    /** Nothing where there is no JSON: the page of a proxy, or the end of a stream. */
    private JsonNode tree(String text) {
        try {
            var tree = json.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
