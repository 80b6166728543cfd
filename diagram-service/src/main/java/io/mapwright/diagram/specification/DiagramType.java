package io.mapwright.diagram.specification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be drawn. */
public enum DiagramType {
    CIRCLE_MAP("topic"),
    BUBBLE_MAP("topic"),
    DOUBLE_BUBBLE_MAP("left"),
    TREE_MAP("topic"),
    BRACE_MAP("whole"),
    FLOW_MAP("title"),
    MULTI_FLOW_MAP("event"),
    BRIDGE_MAP("dimension"),
    MIND_MAP("topic"),
    CONCEPT_MAP("topic"),
    FACTOR_ANALYSIS("topic"),
    THREE_POSITION_ANALYSIS("topic"),
    PERSPECTIVE_ANALYSIS("topic"),
    GOAL_ANALYSIS("topic"),
    POSSIBILITY_ANALYSIS("topic"),
    RESULT_ANALYSIS("topic"),
    FIVE_W_ONE_H("topic"),
    WHWM_ANALYSIS("topic"),
    FOUR_QUADRANT("topic");

    private static final String MIND_MAP_ALIAS = "mindmap";

    private final String subjectKey;

    DiagramType(String subjectKey) {
        this.subjectKey = subjectKey;
    }

    /** The type with this {@link #wireName() name} or the alias {@code mindmap}; empty for anything else. */
    public static Optional<DiagramType> named(String name) {
        return MIND_MAP_ALIAS.equals(name)
                ? Optional.of(MIND_MAP)
                : Arrays.stream(values())
                        .filter(type -> type.wireName().equals(name))
                        .findFirst();
    }

    /** The name in requests, answers and prompts, for example {@code double_bubble_map}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the diagram is drawn as a mind map: the mind map itself and the thinking tools. */
    public boolean isMindMap() {
        return this == MIND_MAP || isThinkingTool();
    }

    /** Whether the diagram is one of the nine thinking tools. */
    public boolean isThinkingTool() {
        return ordinal() >= FACTOR_ANALYSIS.ordinal();
    }

    /** Whether the diagram divides its subject along a {@code dimension} that may be chosen. */
    public boolean hasDimension() {
        return this == TREE_MAP || this == BRACE_MAP || this == BRIDGE_MAP;
    }

    /** Whether one member holds the subject; a comparison has two and an analogy none. */
    public boolean hasSingleSubject() {
        return this != DOUBLE_BUBBLE_MAP && this != BRIDGE_MAP;
    }

    /** The member that holds the subject in the diagram's JSON. */
    public String subjectKey() {
        return subjectKey;
    }
}
