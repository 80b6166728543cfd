package io.mapwright.voice.completion.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.identity.Caller;
import io.mapwright.voice.completion.CompletionConfig;
import io.mapwright.voice.completion.CompletionFailure;
import io.mapwright.voice.completion.Completions;
import io.mapwright.voice.completion.Prompt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;

/**
 * Calls the gateway's chat completions with the user's own token. Giving an answer up resets the request, so that the
 * gateway lets its provider go.
 */
@ApplicationScoped
final class GatewayCompletions implements Completions {

    private static final String DONE = "[DONE]";

    private final HttpClient client;
    private final CompletionConfig config;
    private final ChatAnswer answers;
    private final ObjectMapper json;

    GatewayCompletions(GatewayClient gateway, CompletionConfig config, ChatAnswer answers, ObjectMapper json) {
        this.client = gateway.client();
        this.config = config;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public Uni<Map<String, Object>> object(Prompt prompt, Caller caller) {
        return open(prompt, caller, false)
                .onItem()
                .transformToUni(call -> call.response()
                        .body()
                        .onCancellation()
                        .invoke(call::giveUp)
                        .map(body -> answers.object(body.getBytes())))
                .ifNoItem()
                .after(settings(prompt).deadline())
                .fail()
                .onFailure()
                .transform(GatewayErrors::unreachable);
    }

    @Override
    public Multi<String> words(Prompt prompt, Caller caller) {
        return open(prompt, caller, true)
                .onItem()
                .transformToMulti(this::words)
                .onFailure()
                .transform(GatewayErrors::unreachable);
    }

    private Multi<String> words(Call call) {
        var lines = new AnswerLines();
        Multi<String> events = call.response()
                .toMulti()
                .onCancellation()
                .invoke(call::giveUp)
                .ifNoItem()
                .after(config.idleLimit())
                .fail()
                .onItem()
                .transformToIterable(packet -> lines.feed(packet.getBytes()));
        // An answer that ends without its mark was cut off: half of it must not pass for the whole.
        return Multi.createBy()
                .concatenating()
                .streams(events, Multi.createFrom().failure(() -> new CompletionFailure("service_error")))
                .select()
                .first(event -> !event.equals(DONE))
                .map(answers::words)
                .select()
                .where(words -> !words.isEmpty());
    }

    private Uni<Call> open(Prompt prompt, Caller caller, boolean stream) {
        CompletionConfig.Model settings = settings(prompt);
        return client.request(options(settings, caller))
                .onItem()
                .transformToUni(request -> request.send(body(ChatRequest.of(prompt, settings, stream)))
                        .onCancellation()
                        .invoke(request::reset)
                        .map(response -> new Call(request, response)))
                .ifNoItem()
                .after(config.firstByteLimit())
                .fail()
                .onItem()
                .transformToUni(this::accepted);
    }

    private Uni<Call> accepted(Call call) {
        int status = call.response().statusCode();
        if (status == 200) {
            return Uni.createFrom().item(call);
        }
        return call.response()
                .body()
                .ifNoItem()
                .after(config.idleLimit())
                .fail()
                .map(body -> {
                    throw answers.refusal(status, body.getBytes());
                });
    }

    private RequestOptions options(CompletionConfig.Model settings, Caller caller) {
        String base = config.url().toString().replaceAll("/+$", "");
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(base + "/v1/chat/completions")
                .setConnectTimeout(config.connectLimit().toMillis())
                .putHeader("Authorization", "Bearer " + caller.bearerToken())
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Priority", "interactive")
                .putHeader("X-Request-Type", "voice")
                .putHeader("X-Deadline-Ms", Long.toString(settings.deadline().toMillis()));
    }

    private CompletionConfig.Model settings(Prompt prompt) {
        return switch (prompt.purpose()) {
            case UNDERSTANDING -> config.understanding();
            case CONVERSATION -> config.conversation();
        };
    }

    private Buffer body(ChatRequest request) {
        try {
            return Buffer.buffer(json.writeValueAsString(request));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of messages cannot be written", impossible);
        }
    }

    /** A request and what came back. */
    private record Call(HttpClientRequest request, HttpClientResponse response) {

        void giveUp() {
            request.reset();
        }
    }
}
