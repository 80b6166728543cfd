package io.mapwright.diagram.library;

/** What came of looking for an owner's diagram. */
public sealed interface Lookup {

    /** It is there. */
    record Found(Diagram diagram) implements Lookup {}

    /** The owner has no such diagram; perhaps somebody else has. */
    record Missing() implements Lookup {}
}
