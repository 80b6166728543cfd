package io.mapwright.diagram.layout;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.OptionalInt;

/** Writes a layout the way front ends read it. */
final class LayoutJson {

    private LayoutJson() {}

    static JsonObject of(MindMapLayout layout) {
        var positions = new LinkedHashMap<String, Json>();
        layout.positions().forEach((name, node) -> positions.put(name, of(node)));
        var connections = layout.connections().stream()
                .map(connection -> (Json)
                        JsonObject.empty().with("from", of(connection.from())).with("to", of(connection.to())))
                .toList();
        return JsonObject.empty()
                .with("positions", new JsonObject(positions))
                .with("connections", new JsonArray(connections));
    }

    private static JsonObject of(PlacedNode node) {
        var json = JsonObject.empty()
                .with("x", Json.Number.of(node.x()))
                .with("y", Json.Number.of(node.y()))
                .with("width", Json.Number.of(node.width()))
                .with("height", Json.Number.of(node.height()))
                .with("text", node.text())
                .with("node_type", node.type());
        return withIndex(withIndex(json, "branch_index", node.branch()), "child_index", node.child())
                .with("angle", Json.Number.of(node.angle()));
    }

    private static JsonObject withIndex(JsonObject json, String key, OptionalInt index) {
        return index.isPresent() ? json.with(key, Json.Number.of((long) index.getAsInt())) : json;
    }

    private static JsonObject of(Connection.End end) {
        return JsonObject.empty()
                .with("x", Json.Number.of(end.x()))
                .with("y", Json.Number.of(end.y()))
                .with("type", end.type());
    }
}
