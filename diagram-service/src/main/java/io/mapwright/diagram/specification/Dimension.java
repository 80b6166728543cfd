package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;
import java.util.Optional;

/**
 * What a subject is divided by.
 *
 * @param chosen the dimension in use, empty when none was named
 * @param alternatives other dimensions worth trying
 */
public record Dimension(Optional<String> chosen, List<String> alternatives) {

    private static final int MOST_ALTERNATIVES = 6;

    /** Copies the alternatives. */
    public Dimension {
        alternatives = List.copyOf(alternatives);
    }

    static Dimension read(Members json) {
        var alternatives = Wording.distinct(json.texts("alternative_dimensions"));
        return new Dimension(
                json.optionalText("dimension"),
                alternatives.subList(0, Math.min(MOST_ALTERNATIVES, alternatives.size())));
    }

    JsonObject addTo(JsonObject json) {
        var withChosen = chosen.map(words -> json.with("dimension", words)).orElse(json);
        return alternatives.isEmpty()
                ? withChosen
                : withChosen.with("alternative_dimensions", Json.texts(alternatives));
    }
}
