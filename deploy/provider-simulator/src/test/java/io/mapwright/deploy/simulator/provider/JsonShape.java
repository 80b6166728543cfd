package io.mapwright.deploy.simulator.provider;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.TreeSet;

/** The shape of a JSON value: which members it has and of what kind, whatever their values. */
public final class JsonShape {

    private JsonShape() {}

    /** One line per leaf, in alphabetical order. */
    public static String of(JsonNode node) {
        TreeSet<String> lines = new TreeSet<>();
        collect("", node, lines);
        return String.join("\n", lines);
    }

    private static void collect(String path, JsonNode node, TreeSet<String> lines) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue(), lines));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(item -> collect(path + "[]", item, lines));
        } else {
            lines.add(path + ": " + node.getNodeType());
        }
    }
}
