package io.mapwright.defaults.identity.rest;

import io.mapwright.defaults.identity.ApiKeyExchange;
import io.mapwright.defaults.identity.TokenVerifier;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import java.util.Optional;

/**
 * Authenticates by {@code Authorization: Bearer}, else the cookie {@code access_token}, else, where the service
 * exchanges API keys, {@code X-API-Key}. No credential means anonymous; the first one found decides.
 */
@Singleton
final class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "bearer ";

    private final TokenVerifier verifier;
    private final Instance<ApiKeyExchange> exchange;

    BearerMechanism(TokenVerifier verifier, Instance<ApiKeyExchange> exchange) {
        this.verifier = verifier;
        this.exchange = exchange;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Optional<String> token = headerToken(context).or(() -> cookieToken(context));
        if (token.isPresent()) {
            return verifier.verify(token.get());
        }
        String apiKey = context.request().getHeader("X-API-Key");
        if (apiKey != null && !apiKey.isBlank() && exchange.isResolvable()) {
            return exchange.get().tokenFor(apiKey.strip()).chain(verifier::verify);
        }
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    private static Optional<String> headerToken(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> cookieToken(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie("access_token"))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank());
    }
}
