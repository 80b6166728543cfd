package io.mapwright.diagram.json.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Jackson's trees as our values. Jackson has refused what is nested too deeply already. */
public final class JsonTrees {

    private JsonTrees() {}

    /** The same value. */
    public static Json of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> Json.of(node.textValue());
            case NUMBER -> new Json.Number(node.toString());
            case BOOLEAN -> new Json.Flag(node.booleanValue());
            default -> new Json.Null();
        };
    }

    /** The same object. */
    public static JsonObject object(JsonNode node) {
        var members = new LinkedHashMap<String, Json>();
        node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return new JsonObject(members);
    }

    private static JsonArray array(JsonNode node) {
        List<Json> items = new ArrayList<>();
        node.forEach(item -> items.add(of(item)));
        return new JsonArray(items);
    }
}
