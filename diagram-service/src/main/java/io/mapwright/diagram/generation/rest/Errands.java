package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.diagram.generation.GenerationConfig;
import io.mapwright.diagram.model.Errand;
import jakarta.inject.Singleton;

import java.time.InstantSource;
import java.util.Optional;

/** On whose behalf the request being answered calls models. */
@Singleton
final class Errands {

    private final Callers callers;
    private final CurrentRequest request;
    private final GenerationConfig config;
    private final InstantSource time;

    Errands(Callers callers, CurrentRequest request, GenerationConfig config, InstantSource time) {
        this.callers = callers;
        this.request = request;
        this.config = config;
        this.time = time;
    }

    Errand current(String requestType) {
        return new Errand(
                callers.current().bearerToken(),
                request.id().value(),
                requestType,
                Optional.empty(),
                time.instant().plus(config.deadline()));
    }
}
