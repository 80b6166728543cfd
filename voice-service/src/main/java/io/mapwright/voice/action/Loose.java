package io.mapwright.voice.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON-like trees in which anything may be missing or of another type than hoped for. */
final class Loose {

    private Loose() {}

    static Map<?, ?> object(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** The text of a string or number; empty for anything else and for blanks. */
    static Optional<String> text(Object value) {
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The first of {@code keys} under which {@code object} has a text. */
    static Optional<String> text(Map<?, ?> object, String... keys) {
        for (String key : keys) {
            Optional<String> text = text(object.get(key));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
