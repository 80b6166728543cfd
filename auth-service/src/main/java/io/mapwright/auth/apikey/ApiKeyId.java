package io.mapwright.auth.apikey;

import java.util.Optional;

/**
 * Names an API key for ever.
 *
 * @param value positive, given by the database
 */
public record ApiKeyId(long value) {

    public ApiKeyId {
        if (value < 1) {
            throw new IllegalArgumentException("an API key id is positive, not " + value);
        }
    }

    /** The id written as {@code text}; empty when it is none. */
    public static Optional<ApiKeyId> parse(String text) {
        try {
            return Optional.of(new ApiKeyId(Long.parseLong(text)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The {@code sub} claim of this key's tokens. */
    public String subject() {
        return "key:" + value;
    }
}
