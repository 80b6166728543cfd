package io.mapwright.diagram.json;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON array. */
public record JsonArray(List<Json> items) implements Json {

    /** Copies the items. */
    public JsonArray {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return items.stream().map(Json::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
