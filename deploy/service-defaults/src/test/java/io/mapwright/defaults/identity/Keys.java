package io.mapwright.defaults.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** An issuer for the tests: its key set in a file that can be replaced or taken away. */
public final class Keys implements QuarkusTestResourceLifecycleManager {

    static final KeyPair CURRENT = generate();
    static final KeyPair ROTATED_IN = generate();
    static final KeyPair FORGER = generate();

    static Path file;

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("keys", ".json");
            publish(Map.of("current", CURRENT));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "mapwright.identity.key-set",
                file.toUri().toString(),
                "mapwright.identity.unknown-key-cooldown",
                "100ms");
    }

    @Override
    public void stop() {
        file.toFile().delete();
    }

    static void publish(Map<String, KeyPair> keys) throws IOException {
        StringBuilder set = new StringBuilder();
        keys.forEach((kid, pair) -> set.append(set.isEmpty() ? "" : ",").append("""
                {"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":"%s","x":"%s"}""".formatted(kid, x(pair))));
        Files.writeString(file, "{\"keys\":[" + set + "]}");
    }

    static String token(String kid, KeyPair pair, Duration lifetime, JwtClaimsBuilder claims) {
        return claims.issuer("mapwright-auth")
                .audience("mapwright")
                .issuedAt(System.currentTimeMillis() / 1000 - 60)
                .expiresAt(System.currentTimeMillis() / 1000 + lifetime.toSeconds())
                .jws()
                .algorithm(SignatureAlgorithm.EDDSA)
                .keyId(kid)
                .sign(pair.getPrivate());
    }

    static String token(String kid, KeyPair pair) {
        return token(
                kid,
                pair,
                Duration.ofMinutes(5),
                Jwt.subject("42").groups("user").claim("org_id", "7"));
    }

    private static String x(KeyPair pair) {
        byte[] encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        byte[] raw = new byte[32];
        System.arraycopy(encoded, encoded.length - 32, raw, 0, 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
