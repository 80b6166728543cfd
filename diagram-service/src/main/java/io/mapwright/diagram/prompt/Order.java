package io.mapwright.diagram.prompt;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.specification.Analogy;
import io.mapwright.diagram.specification.DiagramType;

import java.util.List;
import java.util.Optional;

/**
 * What a model is to draw.
 *
 * @param type the kind of diagram
 * @param language in which the diagram is written
 * @param text what the user wrote
 * @param dimension what to divide by, empty to let the model choose
 * @param pairs of a bridge map, that the user has already; empty otherwise
 */
public record Order(DiagramType type, Language language, String text, Optional<String> dimension, List<Analogy> pairs) {

    /** Copies the pairs. */
    public Order {
        pairs = List.copyOf(pairs);
    }
}
