package io.mapwright.diagram.access.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.mapwright.defaults.identity.ApiKeyExchange;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.diagram.access.AccessConfig;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.sibling.client.SiblingAnswer;
import io.mapwright.diagram.sibling.client.SiblingCall;
import io.mapwright.diagram.sibling.client.SiblingHttp;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Exchanges keys at auth-service and uses a token again for a short while. Requests that bring the same key at the same
 * time wait for one exchange; refusals and outages are not remembered.
 */
@Singleton
final class AuthServiceExchange implements ApiKeyExchange {

    private final SiblingHttp http;
    private final ObjectMapper json;
    private final AccessConfig config;
    private final URI exchange;
    private final AsyncCache<KeyDigest, Exchanged> exchanges;

    AuthServiceExchange(SiblingHttp http, ObjectMapper json, AccessConfig config) {
        this.http = http;
        this.json = json;
        this.config = config;
        this.exchange = config.url().resolve("/internal/tokens/api-key");
        this.exchanges = Caffeine.newBuilder()
                .maximumSize(config.exchangesKept())
                .expireAfter(Expiry.<KeyDigest, Exchanged>writing(
                        (key, outcome) -> outcome.reusableFor(config.exchangeReuse())))
                .executor(Runnable::run)
                .buildAsync();
    }

    @Override
    public Uni<String> tokenFor(String apiKey) {
        return Uni.createFrom()
                .completionStage(() -> exchanges
                        .get(KeyDigest.of(apiKey), (digest, executor) -> exchanged(apiKey))
                        // A copy: one caller who leaves must not cancel the exchange for the others.
                        .copy())
                .map(outcome -> switch (outcome) {
                    case Exchanged.Granted granted -> granted.token();
                    case Exchanged.Refused refused -> throw refused.problem();
                });
    }

    private CompletableFuture<Exchanged> exchanged(String apiKey) {
        var call = new SiblingCall(exchange, Map.of(), JsonObject.empty().with("api_key", apiKey));
        return http.post(call, config.exchangeTimeout())
                .map(this::outcome)
                .onFailure()
                .recoverWithItem(failure -> new Exchanged.Refused(Problems.unavailable(failure)))
                .subscribeAsCompletionStage();
    }

    private Exchanged outcome(SiblingAnswer answer) {
        return switch (answer.status()) {
            case 200 -> granted(answer);
            // What auth-service cannot even read is no key.
            case 400, 401, 422 ->
                new Exchanged.Refused(
                        Problems.unauthenticated("API 密钥无效或已过期", "The API key is unknown, expired or switched off"));
            case 403 -> new Exchanged.Refused(Problems.forbidden());
            case 429 ->
                new Exchanged.Refused(ProblemException.of(429, "quota_exhausted")
                        .text("API 密钥的额度已用完", "The quota of this API key is used up")
                        .retryAfter(answer.retryAfter())
                        .build());
            default ->
                new Exchanged.Refused(
                        Problems.unavailable(new IOException("auth-service answered " + answer.status())));
        };
    }

    private Exchanged granted(SiblingAnswer answer) {
        try {
            var body = json.readTree(answer.body().getBytes());
            var token = body.path("access_token").asText("");
            var lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
            return token.isEmpty()
                    ? new Exchanged.Refused(
                            Problems.unavailable(new IOException("auth-service answered without a token")))
                    : new Exchanged.Granted(token, lifetime);
        } catch (IOException unreadable) {
            return new Exchanged.Refused(Problems.unavailable(unreadable));
        }
    }
}
