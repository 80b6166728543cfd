package io.mapwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The Ed25519 key of the tests: made once, and kept in files that every JVM and class loader of a build reads. */
record TestKeys(Path directory) {

    static final String KEY_ID = "testkit";

    private static final int KEY_BYTES = 32;

    static TestKeys ofThisMachine() {
        Path directory = Workshop.home().resolve("keys");
        return Workshop.alone(Workshop.home().resolve("keys.lock"), () -> {
            var keys = new TestKeys(directory);
            try {
                if (!Files.exists(keys.keySet())) {
                    keys.write(generate());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the test key to " + directory, e);
            }
            return keys;
        });
    }

    /** A JWK set with the public key. */
    Path keySet() {
        return directory.resolve("jwks.json");
    }

    /** The private key as PKCS#8 in PEM. */
    Path signingKey() {
        return directory.resolve("signing-key.pem");
    }

    PrivateKey read() {
        try {
            String body = Files.readString(signingKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + signingKey(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an Ed25519 key: " + signingKey(), e);
        }
    }

    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }

    /** The key set last: where it exists, the signing key does too. */
    private void write(KeyPair pair) throws IOException {
        Files.createDirectories(directory);
        String pem = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(signingKey(), "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        byte[] encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        // The encoded form ends with the bare key, in the byte order that JWK wants.
        byte[] bare = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        String x = Base64.getUrlEncoder().withoutPadding().encodeToString(bare);
        Files.writeString(keySet(), """
                {"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":"%s","x":"%s"}]}
                """.formatted(KEY_ID, x));
    }
}
