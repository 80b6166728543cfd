package io.mapwright.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The public half of an Ed25519 key as RFC 8037 writes it.
 *
 * @param x the 32 bytes of the public key, base64url without padding
 */
public record PublishedKey(String x) {

    /** The key's name: its thumbprint by RFC 7638, so that every replica gives it the same one. */
    public String keyId() {
        // RFC 7638: the required members only, in lexical order, without blanks.
        String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
