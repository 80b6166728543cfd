package io.mapwright.diagram.repair;

import io.mapwright.diagram.json.Json;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an unquoted word means: a literal, a number, or else text whose quotes were forgotten. */
final class BareWord {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

    private BareWord() {}

    static Json toJson(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> new Json.Flag(true);
            case "false" -> new Json.Flag(false);
            case "null", "none", "undefined", "nan" -> new Json.Null();
            default -> NUMBER.matcher(word).matches() ? new Json.Number(word) : Json.of(word);
        };
    }
}
