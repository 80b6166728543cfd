package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonArray;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/**
 * Puts steps in order.
 *
 * @param title what is done, not blank
 * @param steps 2 to 15 steps
 * @param substeps the details of some steps, at most one group each, in the order of the steps
 */
public record FlowMap(String title, List<String> steps, List<Details> substeps) implements Specification {

    private static final int LEAST = 2;
    private static final int MOST = 15;
    static final int MOST_SUBSTEPS = 8;

    /** Checks the rules. */
    public FlowMap {
        steps = List.copyOf(steps);
        substeps = List.copyOf(substeps);
        BrokenRuleException.unlessPresent(title, "title");
        BrokenRuleException.unlessWithin(steps.size(), LEAST, MOST, "steps");
        for (var details : substeps) {
            BrokenRuleException.unless(
                    steps.contains(details.step()),
                    "“substeps”中的“%s”不是步骤之一".formatted(details.step()),
                    "\"%s\" in \"substeps\" is not one of the steps".formatted(details.step()));
        }
    }

    /**
     * The details of one step.
     *
     * @param step the text of the step
     * @param substeps 1 to 8 details
     */
    public record Details(String step, List<String> substeps) {
        public Details {
            substeps = List.copyOf(substeps);
            BrokenRuleException.unlessWithin(substeps.size(), 1, MOST_SUBSTEPS, "substeps.substeps");
        }
    }

    static FlowMap read(Members json, Notices notices) {
        var steps = notices.capped(json.texts("steps"), MOST, "steps");
        return new FlowMap(json.text("title", "topic"), steps, StepDetails.read(json, steps, notices));
    }

    @Override
    public DiagramType type() {
        return DiagramType.FLOW_MAP;
    }

    @Override
    public JsonObject toJson() {
        var groups = substeps.stream()
                .map(group -> (Json)
                        JsonObject.empty().with("step", group.step()).with("substeps", Json.texts(group.substeps())))
                .toList();
        return JsonObject.empty()
                .with("title", title)
                .with("steps", Json.texts(steps))
                .with("substeps", new JsonArray(groups));
    }
}
