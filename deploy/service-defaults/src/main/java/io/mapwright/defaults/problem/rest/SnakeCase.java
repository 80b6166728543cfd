package io.mapwright.defaults.problem.rest;

import java.util.Locale;

/** Names of record components as the JSON of the public contract spells them. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
