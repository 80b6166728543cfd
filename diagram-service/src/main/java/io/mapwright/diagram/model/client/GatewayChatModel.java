package io.mapwright.diagram.model.client;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ChatModel;
import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.LlmGatewayConfig;
import io.mapwright.diagram.model.Message;
import io.mapwright.diagram.model.ModelCall;
import io.mapwright.diagram.model.ModelReply;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.mapwright.diagram.model.ModelUnavailableException.Reason;
import io.mapwright.diagram.sibling.client.SiblingCall;
import io.mapwright.diagram.sibling.client.SiblingHttp;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Asks the gateway's chat completions, as the caller and with the caller's deadline. */
@Singleton
final class GatewayChatModel implements ChatModel {

    private static final Duration RETRY_WHEN_DOWN = Duration.ofSeconds(2);
    private static final Duration RETRY_WHEN_LATE = Duration.ofSeconds(5);

    private final SiblingHttp http;
    private final GatewayReplies replies;
    private final LlmGatewayConfig config;
    private final InstantSource time;
    private final URI completions;

    GatewayChatModel(SiblingHttp http, GatewayReplies replies, LlmGatewayConfig config, InstantSource time) {
        this.http = http;
        this.replies = replies;
        this.config = config;
        this.time = time;
        this.completions = config.url().resolve("/v1/chat/completions");
    }

    @Override
    public Uni<ModelReply> complete(ModelCall call) {
        return ask(call, false, () -> {});
    }

    @Override
    public Uni<ModelReply> stream(ModelCall call, Runnable begun) {
        return ask(call, true, begun);
    }

    private Uni<ModelReply> ask(ModelCall call, boolean streamed, Runnable begun) {
        return Uni.createFrom().deferred(() -> {
            var left = Duration.between(time.instant(), call.errand().deadline());
            if (!left.isPositive()) {
                return Uni.createFrom().failure(deadline("the deadline had passed before the call"));
            }
            var request = new SiblingCall(completions, headers(call.errand(), left), body(call, streamed));
            return http.post(request, left.plus(config.grace()), begun)
                    .onFailure()
                    .transform(GatewayChatModel::outage)
                    .map(replies::read);
        });
    }

    private static Throwable outage(Throwable failure) {
        return failure instanceof TimeoutException
                ? deadline("llm-gateway did not answer in time")
                : new ModelUnavailableException(
                        Reason.NO_CAPACITY,
                        Optional.of(RETRY_WHEN_DOWN),
                        "llm-gateway: " + failure.getClass().getSimpleName());
    }

    private static ModelUnavailableException deadline(String explanation) {
        return new ModelUnavailableException(Reason.DEADLINE, Optional.of(RETRY_WHEN_LATE), explanation);
    }

    private static Map<String, String> headers(Errand errand, Duration left) {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", "Bearer " + errand.bearerToken());
        headers.put("x-request-id", errand.requestId());
        headers.put("X-Priority", "interactive");
        headers.put("X-Deadline-Ms", Long.toString(left.toMillis()));
        headers.put("X-Request-Type", errand.requestType());
        errand.diagramType().ifPresent(type -> headers.put("X-Diagram-Type", type));
        return headers;
    }

    private static JsonObject body(ModelCall call, boolean streamed) {
        return JsonObject.empty()
                .with("model", call.model())
                .with(
                        "messages",
                        new JsonArray(call.messages().stream()
                                .map(GatewayChatModel::message)
                                .toList()))
                .with("temperature", new Json.Number(Double.toString(call.temperature())))
                .with("max_tokens", Json.Number.of((long) call.maxTokens()))
                .with("stream", new Json.Flag(streamed));
    }

    private static Json message(Message message) {
        return JsonObject.empty()
                .with("role", message.role().name().toLowerCase(Locale.ROOT))
                .with("content", message.content());
    }
}
