package io.mapwright.auth.token.vendor.smallrye;

import io.mapwright.auth.token.AccessClaims;
import io.mapwright.auth.token.AccessToken;
import io.mapwright.auth.token.AccessTokens;
import io.mapwright.auth.token.SigningKey;
import io.mapwright.auth.token.SigningKeys;
import io.mapwright.auth.token.TokenConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** JWTs signed with EdDSA. */
@ApplicationScoped
class SignedAccessTokens implements AccessTokens {

    private final SigningKeys keys;
    private final TokenConfig config;
    private final InstantSource time;
    private final Supplier<UUID> ids;

    SignedAccessTokens(SigningKeys keys, TokenConfig config, InstantSource time, Supplier<UUID> ids) {
        this.keys = keys;
        this.config = config;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        Instant now = time.instant();
        SigningKey key = keys.current();
        JwtClaimsBuilder jwt = Jwt.claims()
                .issuer(config.issuer())
                .audience(config.audience())
                .subject(claims.subject())
                .claim("jti", ids.get().toString())
                .groups(claims.groups())
                .issuedAt(now)
                .expiresAt(now.plus(config.lifetime()));
        claims.session().ifPresent(session -> jwt.claim("sid", session));
        claims.maskedPhone().ifPresent(phone -> jwt.claim("phone", phone));
        claims.organization().ifPresent(organization -> jwt.claim("org_id", organization));
        String token = jwt.jws()
                .keyId(key.published().keyId())
                .algorithm(SignatureAlgorithm.EDDSA)
                .sign(key.privateKey());
        return new AccessToken(token, config.lifetime());
    }
}
