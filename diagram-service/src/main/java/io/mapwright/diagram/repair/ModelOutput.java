package io.mapwright.diagram.repair;

import io.mapwright.diagram.json.JsonObject;

/** What was found in a model's answer. */
public sealed interface ModelOutput {

    /**
     * An object.
     *
     * @param json the object, as far as it came
     * @param truncated whether the answer ended before the object did, so that its last part is missing
     */
    record Structured(JsonObject json, boolean truncated) implements ModelOutput {}

    /** No object: the model answered in prose, or not at all. */
    record Prose() implements ModelOutput {}

    /**
     * Reads the first object in {@code answer}. Never throws; the time grows with the length of the answer only.
     *
     * @param answer the text of the model, of any content
     */
    static ModelOutput read(String answer) {
        return ObjectSearch.in(answer);
    }
}
