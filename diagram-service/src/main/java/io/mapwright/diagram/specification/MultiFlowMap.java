package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Shows what led to an event and what came of it.
 *
 * @param event what happened, not blank
 * @param causes 1 to 10, each once
 * @param effects 1 to 10, each once
 */
public record MultiFlowMap(String event, List<String> causes, List<String> effects) implements Specification {

    private static final int MOST = 10;

    /** Checks the rules. */
    public MultiFlowMap {
        causes = List.copyOf(causes);
        effects = List.copyOf(effects);
        BrokenRuleException.unlessPresent(event, "event");
        BrokenRuleException.unlessWithin(causes.size(), 1, MOST, "causes");
        BrokenRuleException.unlessWithin(effects.size(), 1, MOST, "effects");
    }

    static MultiFlowMap read(Members json, Notices notices) {
        return new MultiFlowMap(
                json.text("event", "topic"),
                notices.capped(Wording.distinct(json.texts("causes")), MOST, "causes"),
                notices.capped(Wording.distinct(json.texts("effects")), MOST, "effects"));
    }

    @Override
    public DiagramType type() {
        return DiagramType.MULTI_FLOW_MAP;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.empty()
                .with("event", event)
                .with("causes", Json.texts(causes))
                .with("effects", Json.texts(effects));
    }
}
