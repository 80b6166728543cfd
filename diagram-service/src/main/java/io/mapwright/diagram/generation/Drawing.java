package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.ErrorType;
import io.mapwright.diagram.specification.Notice;
import io.mapwright.diagram.specification.Specification;

import java.util.List;

/** What came of asking a model for a diagram. */
sealed interface Drawing {

    /** The diagram, and what of the model's answer is not in it. */
    record Done(Specification specification, List<Notice> notices) implements Drawing {}

    /** The model, or its provider, gave no usable diagram. */
    record Failed(ErrorType reason) implements Drawing {}
}
