package io.mapwright.defaults.request;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a request is called in logs, answers and sibling calls.
 *
 * @param value 1..128 characters of {@code A-Z a-z 0-9 . _ -}
 */
public record RequestId(String value) {

    /** Header that carries it in both directions. */
    public static final String HEADER = "x-request-id";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    public RequestId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a request id is 1..128 characters of A-Z a-z 0-9 . _ -");
        }
    }

    /** A fresh one. */
    public static RequestId random() {
        return new RequestId(UUID.randomUUID().toString());
    }

    /** The one a client sent, if it is well formed: anything else could forge log lines. */
    public static Optional<RequestId> sent(String header) {
        return header != null && ALLOWED.matcher(header).matches()
                ? Optional.of(new RequestId(header))
                : Optional.empty();
    }
}
