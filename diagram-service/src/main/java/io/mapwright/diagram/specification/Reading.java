package io.mapwright.diagram.specification;

import io.mapwright.defaults.problem.Text;
import io.mapwright.diagram.json.JsonObject;

import java.util.List;

/** What came of reading a model's JSON as a diagram. */
public sealed interface Reading {

    /**
     * The diagram.
     *
     * @param specification keeps every rule of its type
     * @param notices what was left out on the way, in order; empty when all of it was used
     */
    record Accepted(Specification specification, List<Notice> notices) implements Reading {}

    /**
     * No diagram of the type can be made of it.
     *
     * @param rule the first rule that does not hold, and what came
     */
    record Violated(Text rule) implements Reading {}

    /** Reads {@code json} as a diagram of {@code type}, taking every spelling a model is known to use. */
    static Reading of(DiagramType type, JsonObject json) {
        var notices = new Notices();
        try {
            var specification = specification(type, new Members(json), notices);
            return new Accepted(specification, notices.list());
        } catch (BrokenRuleException broken) {
            return new Violated(broken.rule());
        }
    }

    private static Specification specification(DiagramType type, Members json, Notices notices) {
        return switch (type) {
            case CIRCLE_MAP -> CircleMap.read(json);
            case BUBBLE_MAP -> BubbleMap.read(json, notices);
            case DOUBLE_BUBBLE_MAP -> DoubleBubbleMap.read(json, notices);
            case TREE_MAP -> TreeMap.read(json, notices);
            case BRACE_MAP -> BraceMap.read(json);
            case FLOW_MAP -> FlowMap.read(json, notices);
            case MULTI_FLOW_MAP -> MultiFlowMap.read(json, notices);
            case BRIDGE_MAP -> BridgeMap.read(json, notices);
            case CONCEPT_MAP -> ConceptMap.read(json, notices);
            default -> MindMap.read(type, json, notices);
        };
    }
}
