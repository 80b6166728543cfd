package io.mapwright.auth.session;

import java.util.Optional;
import java.util.UUID;

/** Names one login on one device; it is the {@code sid} of its tokens. */
public record SessionId(UUID value) {

    /** The id written as {@code text}; empty when it is none. */
    public static Optional<SessionId> parse(String text) {
        try {
            return Optional.of(new SessionId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
