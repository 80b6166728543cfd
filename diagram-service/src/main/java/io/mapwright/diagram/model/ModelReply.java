package io.mapwright.diagram.model;

/** What a model, or its provider, answered. */
public sealed interface ModelReply {

    /**
     * The model answered.
     *
     * @param text its words, possibly none, possibly cut off at the longest answer
     */
    record Answered(String text) implements ModelReply {}

    /** The provider would not or could not answer; another attempt of ours would not help. */
    record Refused(ErrorType reason) implements ModelReply {}
}
