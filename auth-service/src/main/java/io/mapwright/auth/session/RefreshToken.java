package io.mapwright.auth.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret by which a browser continues its session. Stored nowhere but in that browser. Its text form hides it.
 *
 * @param value 43 url-safe characters, 256 random bits
 */
public record RefreshToken(String value) {

    private static final int RANDOM_BYTES = 32;

    /** A token that nobody can guess. */
    public static RefreshToken random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of it: the SHA-256 in hexadecimal. A token this random needs no salt and no slow hash. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
