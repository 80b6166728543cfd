package io.mapwright.diagram.generation;

import io.mapwright.diagram.specification.DiagramType;

import java.util.Optional;

/** What is to be drawn for a request, found out before any model draws. */
sealed interface Target {

    /**
     * A diagram of this type.
     *
     * @param topic its topic where the user's words are kept, else the model chooses the words
     */
    record Diagram(DiagramType type, Optional<String> topic) implements Target {}

    /** None: this is the answer already. */
    record Nothing(GraphAnswer answer) implements Target {}
}
