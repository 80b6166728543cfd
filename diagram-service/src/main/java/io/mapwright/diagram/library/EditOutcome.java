package io.mapwright.diagram.library;

/** What came of changing an owner's diagram. */
public sealed interface EditOutcome {

    /** It was changed, and has the next version now. */
    record Edited(Diagram diagram) implements EditOutcome {}

    /** Somebody changed it first, and nothing was changed now. */
    record Outdated(int currentVersion) implements EditOutcome {}

    /** The owner has no such diagram. */
    record Missing() implements EditOutcome {}
}
