package io.mapwright.diagram.specification;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.repair.ModelOutput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a user sees before anybody has written something: a diagram of every type, in both languages, of placeholders. */
public final class DefaultDiagrams {

    private static final Map<Language, JsonObject> BY_LANGUAGE = read();

    private DefaultDiagrams() {}

    /** The default diagram of a type. */
    public static Specification of(DiagramType type, Language language) {
        var json = (JsonObject) BY_LANGUAGE
                .get(language)
                .member(type.wireName())
                .orElseThrow(() -> new IllegalStateException("no default " + type + " in " + language));
        return switch (Reading.of(type, json)) {
            case Reading.Accepted accepted -> accepted.specification();
            case Reading.Violated violated ->
                throw new IllegalStateException(
                        "default " + type + ": " + violated.rule().en());
        };
    }

    /** Every text in every default diagram. */
    static Stream<String> texts() {
        return BY_LANGUAGE.values().stream().flatMap(DefaultDiagrams::texts);
    }

    private static Stream<String> texts(Json json) {
        return switch (json) {
            case Json.Text text -> Stream.of(text.value());
            case JsonArray array -> array.items().stream().flatMap(DefaultDiagrams::texts);
            case JsonObject object -> object.members().values().stream().flatMap(DefaultDiagrams::texts);
            case Json.Number number -> Stream.empty();
            case Json.Flag flag -> Stream.empty();
            case Json.Null nothing -> Stream.empty();
        };
    }

    private static Map<Language, JsonObject> read() {
        var diagrams = new EnumMap<Language, JsonObject>(Language.class);
        for (var language : Language.values()) {
            var file = "/default-diagrams/" + language.name().toLowerCase(Locale.ROOT) + ".json";
            diagrams.put(language, read(file));
        }
        return diagrams;
    }

    private static JsonObject read(String file) {
        try (var stream = DefaultDiagrams.class.getResourceAsStream(file)) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return ((ModelOutput.Structured) ModelOutput.read(text)).json();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
