package io.mapwright.llmgateway.provider;

import java.util.regex.Pattern;

/**
 * A configured provider account, such as {@code dashscope}.
 *
 * @param value 1 to 64 characters of {@code a-z 0-9 -}
 */
public record ProviderId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ProviderId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a provider id is 1..64 of a-z 0-9 - but was: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
