package io.mapwright.diagram.access.client;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** A token is given up this long before it expires, so that it is valid wherever it is forwarded to. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration LONGEST_REUSE = Duration.ofSeconds(60);

    private final SiblingHttp http;
    private final ObjectMapper json;
    private final AccessConfig config;
    private final URI exchange;
    private final AsyncCache<KeyDigest, Token> tokens;

    AuthServiceExchange(SiblingHttp http, ObjectMapper json, AccessConfig config) {
        this.http = http;
        this.json = json;
        this.config = config;
        this.exchange = config.url().resolve("/internal/tokens/api-key");
        this.tokens = Caffeine.newBuilder()
                .maximumSize(config.exchangesKept())
                .expireAfter(
                        Expiry.<KeyDigest, Token>writing((key, token) -> token.reusableFor(config.exchangeReuse())))
                .executor(Runnable::run)
                .buildAsync();
    }

    @Override
    public Uni<String> tokenFor(String apiKey) {
        return Uni.createFrom()
                .completionStage(() -> tokens.get(KeyDigest.of(apiKey), (digest, executor) -> exchanged(apiKey))
                        // A copy: one caller who leaves must not cancel the exchange for the others.
                        .copy())
                .map(Token::value);
    }

    private CompletableFuture<Token> exchanged(String apiKey) {
        var call = new SiblingCall(exchange, Map.of(), JsonObject.empty().with("api_key", apiKey));
        return http.post(call, config.exchangeTimeout())
                .onFailure()
                .transform(Problems::unavailable)
                .map(this::token)
                .subscribeAsCompletionStage();
    }

    private Token token(SiblingAnswer answer) {
        return switch (answer.status()) {
            case 200 -> token(body(answer));
            case 401 ->
                throw Problems.unauthenticated("API 密钥无效或已过期", "The API key is unknown, expired or switched off");
            case 429 ->
                throw ProblemException.of(429, "quota_exhausted")
                        .text("API 密钥的额度已用完", "The quota of this API key is used up")
                        .retryAfter(answer.retryAfter())
                        .build();
            default -> throw Problems.unavailable(new IOException("auth-service answered " + answer.status()));
        };
    }

    private static Token token(JsonNode body) {
        var value = body.path("access_token").asText("");
        if (value.isEmpty()) {
            throw Problems.unavailable(new IOException("auth-service answered without a token"));
        }
        return new Token(value, Duration.ofSeconds(body.path("expires_in").asLong(0)));
    }

    private JsonNode body(SiblingAnswer answer) {
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException unreadable) {
            throw Problems.unavailable(unreadable);
        }
    }

    private record Token(String value, Duration lifetime) {

        Duration reusableFor(Duration wanted) {
            var longest = wanted.compareTo(LONGEST_REUSE) > 0 ? LONGEST_REUSE : wanted;
            var left = lifetime.minus(MARGIN);
            var reuse = left.compareTo(longest) < 0 ? left : longest;
            return reuse.isPositive() ? reuse : Duration.ZERO;
        }
    }
}
