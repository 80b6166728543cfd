package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks several models for the same diagram at the same time. */
@Singleton
public final class FanOut {

    private final GraphGeneration generation;
    private final InstantSource time;

    FanOut(GraphGeneration generation, InstantSource time) {
        this.generation = generation;
        this.time = time;
    }

    /**
     * One answer per model, each as soon as it is there; what one model does delays and fails no other. Cancelling stops
     * the calls that are still running.
     *
     * @param request its type is found out once, for all models
     * @return fails with {@link ModelUnavailableException} only when the type could not be found out
     */
    public Multi<ModelAnswer> ask(GraphRequest request, List<ModelName> models, Errand errand) {
        return Multi.createFrom().deferred(() -> {
            var start = time.instant();
            return generation
                    .target(request, errand)
                    .toMulti()
                    .onItem()
                    .transformToMultiAndConcatenate(target -> Multi.createFrom()
                            .iterable(models)
                            .onItem()
                            .transformToUniAndMerge(model -> answer(request.by(model), target, errand, start)));
        });
    }

    private Uni<ModelAnswer> answer(GraphRequest request, Target target, Errand errand, Instant start) {
        return generation
                .draw(request, target, errand, Draughtsman.Begun.UNHEARD)
                .map(answer -> new ModelAnswer(request.model(), answer, Optional.empty(), since(start)))
                .onFailure(ModelUnavailableException.class)
                .recoverWithItem(failure -> ModelAnswer.unavailable(request.model(), failure, since(start)));
    }

    private Duration since(Instant start) {
        return Duration.between(start, time.instant());
    }
}
