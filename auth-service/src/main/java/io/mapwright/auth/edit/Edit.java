package io.mapwright.auth.edit;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a change says about one field.
 *
 * @param <T> type of the field
 */
public sealed interface Edit<T> {

    /** The change does not mention the field. */
    record Keep<T>() implements Edit<T> {}

    /** The change empties the field. */
    record Clear<T>() implements Edit<T> {}

    /** The change gives the field a value. */
    record Put<T>(T value) implements Edit<T> {}

    /** A field that may be empty, after this change. */
    default Optional<T> applyTo(Optional<T> before) {
        return switch (this) {
            case Keep<T> keep -> before;
            case Clear<T> clear -> Optional.empty();
            case Put<T> put -> Optional.of(put.value());
        };
    }

    /** A field that is never empty, after this change; to empty it is to leave it. */
    default T applyTo(T before) {
        return this instanceof Put<T>(T value) ? value : before;
    }

    /** Whether the change empties the field. */
    default boolean clears() {
        return this instanceof Clear<T>;
    }

    /** The same change to a field of another type; {@code conversion} sees the new value, if there is one. */
    default <R> Edit<R> map(Function<T, R> conversion) {
        return switch (this) {
            case Keep<T> keep -> new Keep<>();
            case Clear<T> clear -> new Clear<>();
            case Put<T> put -> new Put<>(conversion.apply(put.value()));
        };
    }
}
