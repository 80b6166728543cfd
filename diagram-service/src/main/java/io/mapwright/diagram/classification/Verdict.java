package io.mapwright.diagram.classification;

import io.mapwright.diagram.specification.DiagramType;

import java.util.Optional;

/** What the words of a text alone say about the diagram it asks for. */
sealed interface Verdict {

    /** No model needs to be asked. */
    record Certain(DiagramType type) implements Verdict {}

    /** A guess, good enough when no model answers. */
    record Likely(DiagramType type) implements Verdict {}

    /** Nothing. */
    record Open() implements Verdict {}

    /** The best guess there is. */
    default Optional<DiagramType> guess() {
        return switch (this) {
            case Certain certain -> Optional.of(certain.type());
            case Likely likely -> Optional.of(likely.type());
            case Open open -> Optional.empty();
        };
    }
}
