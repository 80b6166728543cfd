package io.mapwright.diagram.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON object whose members keep their order. */
public record JsonObject(Map<String, Json> members) implements Json {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the members. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The object without members. */
    public static JsonObject empty() {
        return EMPTY;
    }

    /** This object with one member added at the end, or replaced in its place. */
    public JsonObject with(String key, Json value) {
        var changed = new LinkedHashMap<>(members);
        changed.put(key, value);
        return new JsonObject(changed);
    }

    /** This object with one text member added or replaced. */
    public JsonObject with(String key, String value) {
        return with(key, Json.of(value));
    }

    /** The value of a member, empty when there is none. */
    public Optional<Json> member(String key) {
        return Optional.ofNullable(members.get(key));
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> JsonText.quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
