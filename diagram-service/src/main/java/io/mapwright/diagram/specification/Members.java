package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A model's object, read by any of the names a member may have. */
record Members(JsonObject json) {

    /** The words under the first of {@code names} that has some, else the empty text. */
    String text(String... names) {
        return present(names)
                .map(Wording::of)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As {@link #text}, empty when there are no words. */
    Optional<String> optionalText(String... names) {
        return Optional.of(text(names)).filter(words -> !words.isEmpty());
    }

    /** The entries under the first of {@code names} that is a list, as words; those without words are left out. */
    List<String> texts(String... names) {
        return items(names).stream()
                .map(Wording::of)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** The entries under the first of {@code names} that is a list, as objects; a plain text becomes a text member. */
    List<Members> objects(String... names) {
        return items(names).stream()
                .map(item -> item instanceof JsonObject object
                        ? object
                        : JsonObject.empty().with("text", Wording.of(item)))
                .map(Members::new)
                .toList();
    }

    private List<Json> items(String... names) {
        return present(names)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .map(JsonArray::items)
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Json> present(String... names) {
        return Arrays.stream(names).flatMap(name -> json.member(name).stream());
    }
}
