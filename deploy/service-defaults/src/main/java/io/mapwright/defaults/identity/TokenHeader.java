package io.mapwright.defaults.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The JOSE header of a compact JWS (RFC 7515 section 3.1), read before anything about the token is believed. */
final class TokenHeader {

    private static final int LONGEST_TOKEN = 8192;

    private TokenHeader() {}

    /** The {@code kid}; empty when the text is no compact JWS or names no key. */
    static Optional<String> keyId(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, dot));
            Object keyId = new JsonObject(new String(header, StandardCharsets.UTF_8)).getValue("kid");
            return keyId instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException | DecodeException malformed) {
            return Optional.empty();
        }
    }
}
