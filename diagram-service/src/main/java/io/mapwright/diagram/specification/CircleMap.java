package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Defines a topic by what surrounds it.
 *
 * @param topic what is defined, not blank
 * @param context at least 4 entries, none blank
 */
public record CircleMap(String topic, List<String> context) implements Specification {

    private static final int LEAST = 4;

    /** Checks the rules. */
    public CircleMap {
        context = List.copyOf(context);
        BrokenRuleException.unlessPresent(topic, "topic");
        BrokenRuleException.unlessAtLeast(context.size(), LEAST, "context");
    }

    static CircleMap read(Members json) {
        return new CircleMap(json.text("topic"), json.texts("context", "contexts"));
    }

    @Override
    public DiagramType type() {
        return DiagramType.CIRCLE_MAP;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.empty().with("topic", topic).with("context", Json.texts(context));
    }
}
