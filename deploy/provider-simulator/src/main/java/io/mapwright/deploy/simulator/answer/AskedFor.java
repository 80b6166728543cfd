package io.mapwright.deploy.simulator.answer;

/** What a prompt wants to have. */
enum AskedFor {
    CIRCLE_MAP,
    BUBBLE_MAP,
    DOUBLE_BUBBLE_MAP,
    TREE_MAP,
    BRACE_MAP,
    FLOW_MAP,
    MULTI_FLOW_MAP,
    BRIDGE_MAP,
    MIND_MAP,
    CONCEPT_MAP,
    /** One of the nine thinking tools, drawn as a mind map. */
    THINKING_TOOL,
    CLASSIFICATION,
    TOPIC,
    VOICE_INTENT,
    SUGGESTIONS,
    /** Lines of ideas. */
    PALETTE,
    /** JSON of a shape that is not known here; the skeleton is filled in. */
    OTHER_JSON,
    CONVERSATION
}
