package io.mapwright.diagram.classification;

import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.specification.DiagramType;

/** What a text asks for. */
public sealed interface Classification {

    /**
     * A diagram.
     *
     * @param type the kind that is asked for
     * @param topic the subject, in the words of the text
     */
    record Clear(DiagramType type, String topic) implements Classification {}

    /** Nothing that could be drawn, or nothing that could be told. */
    record Unclear() implements Classification {}

    /** The text itself does not say, and the model that was asked refused. */
    record Undecided(ErrorType reason) implements Classification {}
}
