package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Takes a whole apart.
 *
 * @param whole what is taken apart, not blank
 * @param dimension what it is taken apart by
 * @param parts at least 1
 */
public record BraceMap(String whole, Dimension dimension, List<Part> parts) implements Specification {

    /** Checks the rules. */
    public BraceMap {
        parts = List.copyOf(parts);
        BrokenRuleException.unlessPresent(whole, "whole");
        BrokenRuleException.unlessAtLeast(parts.size(), 1, "parts");
    }

    /**
     * A part.
     *
     * @param name not blank
     * @param subparts the names of its own parts, none blank
     */
    public record Part(String name, List<String> subparts) {
        public Part {
            subparts = List.copyOf(subparts);
            BrokenRuleException.unlessPresent(name, "parts.name");
        }
    }

    static BraceMap read(Members json) {
        var parts = json.objects("parts", "children").stream()
                .filter(part -> !Wording.of(part.json()).isEmpty())
                .map(part -> new Part(Wording.of(part.json()), part.texts("subparts", "parts", "children")))
                .toList();
        return new BraceMap(json.text("whole", "topic"), Dimension.read(json), parts);
    }

    @Override
    public DiagramType type() {
        return DiagramType.BRACE_MAP;
    }

    @Override
    public JsonObject toJson() {
        var list = parts.stream()
                .map(part -> (Json) named(part.name()).with("subparts", subparts(part)))
                .toList();
        return dimension.addTo(JsonObject.empty().with("whole", whole)).with("parts", new JsonArray(list));
    }

    private static Json subparts(Part part) {
        return new JsonArray(
                part.subparts().stream().map(name -> (Json) named(name)).toList());
    }

    private static JsonObject named(String name) {
        return JsonObject.empty().with("name", name);
    }
}
