package io.mapwright.auth.token;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Tokens for services that act on their own behalf. */
@ApplicationScoped
public class ServiceTokens {

    private final AccessTokens tokens;
    private final TokenConfig config;

    ServiceTokens(AccessTokens tokens, TokenConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    /** A token for the service, when the secret is its own. */
    public Answer issue(String service, String secret) {
        String expected = config.services().getOrDefault(service, "");
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return same && !expected.isEmpty()
                ? new Answer.Issued(tokens.issue(AccessClaims.ofService(service)))
                : new Answer.Refused();
    }

    /** What came of asking. */
    public sealed interface Answer {

        /** The service is who it says. */
        record Issued(AccessToken token) implements Answer {}

        /** Unknown service or wrong secret. */
        record Refused() implements Answer {}
    }
}
