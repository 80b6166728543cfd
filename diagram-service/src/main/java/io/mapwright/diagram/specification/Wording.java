package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The words of one node. */
final class Wording {

    /** The names under which models put the words of a node that should have been a plain string. */
    private static final List<String> TEXT_KEYS =
            List.of("text", "label", "name", "title", "content", "step", "topic", "value", "description");

    private Wording() {}

    /** The words of a string, a number, or an object with a text member; empty for anything else. */
    static String of(Json json) {
        return switch (json) {
            case Json.Text text -> tidy(text.value());
            case Json.Number number -> number.literal();
            case JsonObject object ->
                TEXT_KEYS.stream()
                        .flatMap(key -> object.member(key).stream())
                        .map(Wording::ofScalar)
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse("");
            case JsonArray array -> "";
            case Json.Flag flag -> "";
            case Json.Null nothing -> "";
        };
    }

    /** Without line breaks and doubled, leading or trailing blanks. */
    static String tidy(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    /** Equal for texts that differ in case, blanks and punctuation only. */
    static String key(String words) {
        String bare = words.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
        return bare.isEmpty() ? words : bare;
    }

    /** Each text once, in order, by {@link #key}. */
    static List<String> distinct(Collection<String> texts) {
        var first = new LinkedHashMap<String, String>();
        texts.forEach(text -> first.putIfAbsent(key(text), text));
        return List.copyOf(first.values());
    }

    /** At most {@code limit} characters, ended by an ellipsis where something was cut off. */
    static String within(int limit, String words) {
        if (words.length() <= limit) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return words.substring(0, end).strip() + "…";
    }

    private static String ofScalar(Json json) {
        return json instanceof JsonObject ? "" : of(json);
    }
}
