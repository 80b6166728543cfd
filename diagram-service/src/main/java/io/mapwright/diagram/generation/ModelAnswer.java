package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.model.ModelUnavailableException;

import java.time.Duration;
import java.util.Optional;

/**
 * One of several models' answer to the same request.
 *
 * @param model who was asked
 * @param answer what came of it; after an outage a failure with the outage's error type
 * @param outage why the suite could not serve the call; empty when it could
 * @param duration from the start of the request
 */
public record ModelAnswer(
        ModelName model, GraphAnswer answer, Optional<ModelUnavailableException> outage, Duration duration) {

    /** The answer in place of a model that could not be asked. */
    public static ModelAnswer unavailable(ModelName model, ModelUnavailableException outage, Duration duration) {
        var answer = new GraphAnswer.Failed(outage.errorType(), Optional.empty());
        return new ModelAnswer(model, answer, Optional.of(outage), duration);
    }
}
