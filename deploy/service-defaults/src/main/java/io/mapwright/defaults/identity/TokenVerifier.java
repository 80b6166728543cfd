package io.mapwright.defaults.identity;

import io.mapwright.defaults.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens (RFC 7519, signed EdDSA as of RFC 8037) against the key set in memory.
 *
 * <p>Thread-safe. An accepted token is not looked up anywhere: it is good until it expires.
 */
@ApplicationScoped
public class TokenVerifier {

    private final IdentityConfig config;
    private final KeySet keys;

    TokenVerifier(IdentityConfig config, KeySet keys) {
        this.config = config;
        this.keys = keys;
    }

    /**
     * The identity that {@code token} proves, its {@code groups} as roles and its {@link Caller} as an attribute.
     *
     * @param token a compact JWS
     * @return fails with a 401 problem for a token that is malformed, forged, expired or meant for somebody else, and
     *     with a 503 problem when no key set is at hand: then nothing is said about the token
     */
    public Uni<SecurityIdentity> verify(String token) {
        Optional<String> keyId = TokenHeader.keyId(token);
        if (keyId.isEmpty()) {
            return Uni.createFrom().failure(badToken());
        }
        return keys.key(keyId.get())
                .map(key -> identity(token, key))
                .onFailure(KeySet.UnknownKeyException.class)
                .transform(unknown -> badToken())
                .onFailure(KeySet.KeySetUnavailableException.class)
                .transform(Problems::unavailable);
    }

    private SecurityIdentity identity(String token, PublicKey key) {
        JsonWebToken verified = parse(token, key);
        Caller caller = new Caller(
                verified.getSubject(),
                Optional.ofNullable(verified.<String>getClaim("org_id")),
                verified.getGroups(),
                token);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(verified)
                .addRoles(verified.getGroups())
                .addAttribute(Caller.ATTRIBUTE, caller)
                .build();
    }

    private JsonWebToken parse(String token, PublicKey key) {
        JWTAuthContextInfo rules = new JWTAuthContextInfo(key, config.issuer());
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.EDDSA));
        rules.setExpectedAudience(Set.of(config.audience()));
        rules.setClockSkew((int) config.clockSkew().toSeconds());
        try {
            JsonWebToken verified = new DefaultJWTParser(rules).parse(token);
            if (verified.getSubject() == null || verified.getSubject().isBlank()) {
                throw badToken();
            }
            return verified;
        } catch (ParseException refused) {
            throw badToken();
        }
    }

    private static RuntimeException badToken() {
        return Problems.unauthenticated(
                "登录已失效，请重新登录", "This access token is not valid or has expired; please sign in again");
    }
}
