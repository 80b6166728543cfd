package io.mapwright.auth.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key in plain text. Shown once, stored nowhere. Its text form hides it.
 *
 * @param value {@code mg_} and 32 url-safe characters
 */
public record ApiKeySecret(String value) {

    private static final Pattern FORM = Pattern.compile("mg_[A-Za-z0-9_-]{32}");
    private static final int RANDOM_BYTES = 24;

    public ApiKeySecret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an API key is mg_ and 32 url-safe characters");
        }
    }

    /** A key that nobody can guess, 192 random bits. */
    public static ApiKeySecret random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ApiKeySecret("mg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key in {@code text}; empty when it has not the form of one. */
    public static Optional<ApiKeySecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    /** What is kept of it: the SHA-256 in hexadecimal. A key this random needs no salt and no slow hash. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "ApiKeySecret[hidden]";
    }
}
