package io.mapwright.diagram.json;

import java.util.List;
import java.util.stream.Collectors;

/** One immutable JSON value. {@link #toString()} is its JSON text, without white space. */
public sealed interface Json permits JsonObject, JsonArray, Json.Text, Json.Number, Json.Flag, Json.Null {

    /** A JSON string. */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return JsonText.quoted(value);
        }
    }

    /**
     * A JSON number.
     *
     * @param literal the number as JSON writes it, so that no digit is lost on the way through
     */
    record Number(String literal) implements Json {

        /** The value of a whole number. */
        public static Number of(long value) {
            return new Number(Long.toString(value));
        }

        /** The value rounded to one decimal, enough for coordinates on a screen. */
        public static Number of(double value) {
            double rounded = Math.round(value * 10) / 10.0;
            return rounded == Math.rint(rounded) ? of((long) rounded) : new Number(Double.toString(rounded));
        }

        @Override
        public String toString() {
            return literal;
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Json {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** {@code null}. */
    record Null() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** A string value. */
    static Json of(String value) {
        return new Text(value);
    }

    /** An array of strings, in the order given. */
    static JsonArray texts(List<String> values) {
        return new JsonArray(values.stream().map(Json::of).collect(Collectors.toUnmodifiableList()));
    }

    /** Whether the value says nothing: null, blank text, or an array or object without members. */
    default boolean isEmpty() {
        return switch (this) {
            case Text text -> text.value().isBlank();
            case JsonArray array -> array.items().isEmpty();
            case JsonObject object -> object.members().isEmpty();
            case Null nothing -> true;
            case Number number -> false;
            case Flag flag -> false;
        };
    }
}
