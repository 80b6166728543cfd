package io.mapwright.auth.token.rest;

import io.mapwright.auth.token.PublishedKey;
import io.mapwright.auth.token.SigningKeys;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import java.time.Duration;
import java.util.List;

/** The public keys (RFC 7517, RFC 8037) by which everybody verifies tokens without asking. Touches nothing. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
class JwksResource {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    public Response keySet() {
        CacheControl cached = new CacheControl();
        cached.setMaxAge((int) CACHED.toSeconds());
        return Response.ok(new KeySet(keys.published().stream().map(Jwk::of).toList()))
                .cacheControl(cached)
                .build();
    }

    record KeySet(List<Jwk> keys) {}

    record Jwk(String kty, String crv, String x, String kid, String use, String alg) {

        private static Jwk of(PublishedKey key) {
            return new Jwk("OKP", "Ed25519", key.x(), key.keyId(), "sig", "EdDSA");
        }
    }
}
