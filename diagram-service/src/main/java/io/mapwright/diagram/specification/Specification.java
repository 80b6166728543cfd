package io.mapwright.diagram.specification;

import io.mapwright.diagram.json.JsonObject;

/** A diagram's content. Every instance keeps the rules of its type. */
public sealed interface Specification
        permits CircleMap,
                BubbleMap,
                DoubleBubbleMap,
                TreeMap,
                BraceMap,
                FlowMap,
                MultiFlowMap,
                BridgeMap,
                MindMap,
                ConceptMap {

    /** The type whose rules are kept. */
    DiagramType type();

    /** The JSON that a front end draws. */
    JsonObject toJson();
}
