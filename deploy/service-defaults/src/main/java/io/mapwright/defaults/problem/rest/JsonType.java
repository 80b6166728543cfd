package io.mapwright.defaults.problem.rest;

import java.util.Collection;

/** What a Java type is called in JSON, for error texts. */
final class JsonType {

    private JsonType() {}

    static String of(Class<?> type) {
        if (type == null) {
            return "object";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum() || Scalar.hasForm(type)) {
            return "string";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "array" : "object";
    }
}
