package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Describes a topic with adjectives.
 *
 * @param topic what is described, not blank
 * @param attributes 3 to 15 entries, none blank
 */
public record BubbleMap(String topic, List<String> attributes) implements Specification {

    private static final int LEAST = 3;
    private static final int MOST = 15;

    /** Checks the rules. */
    public BubbleMap {
        attributes = List.copyOf(attributes);
        BrokenRuleException.unlessPresent(topic, "topic");
        BrokenRuleException.unlessWithin(attributes.size(), LEAST, MOST, "attributes");
    }

    static BubbleMap read(Members json, Notices notices) {
        return new BubbleMap(json.text("topic"), notices.capped(json.texts("attributes"), MOST, "attributes"));
    }

    @Override
    public DiagramType type() {
        return DiagramType.BUBBLE_MAP;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.empty().with("topic", topic).with("attributes", Json.texts(attributes));
    }
}
