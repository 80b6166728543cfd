package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.Errand;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.inject.Singleton;

import java.util.concurrent.atomic.AtomicBoolean;

/** Answers wishes for diagrams and tells what happens meanwhile. */
@Singleton
public final class GraphStream {

    private final GraphGeneration generation;
    private final GenerationConfig config;

    GraphStream(GraphGeneration generation, GenerationConfig config) {
        this.generation = generation;
        this.config = config;
    }

    /**
     * The events of one request, from {@link GraphEvent.Accepted} to the first of the last ones. Nothing is done before
     * somebody subscribes, and cancelling stops the model calls.
     */
    public Multi<GraphEvent> events(GraphRequest request, Errand errand) {
        return Multi.createFrom().deferred(() -> {
            var moving = new AtomicBoolean();
            var begun = UnicastProcessor.<GraphEvent>create();
            Multi<GraphEvent> last = generation
                    .answer(request, errand, () -> {
                        moving.set(true);
                        begun.onNext(new GraphEvent.Streaming(request.model()));
                    })
                    .<GraphEvent>map(GraphEvent.Answered::new)
                    .onFailure(ModelUnavailableException.class)
                    .recoverWithItem(GraphEvent.Unavailable::new)
                    .toMulti();
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(new GraphEvent.Accepted()),
                            Ending.with(
                                    GraphStream::isLast,
                                    Multi.createBy().merging().streams(begun, waiting(moving), last)));
        });
    }

    private Multi<GraphEvent> waiting(AtomicBoolean moving) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(config.waitingAfter())
                .every(config.waitingEvery())
                .onOverflow()
                .drop()
                .filter(tick -> !moving.get())
                .map(tick -> new GraphEvent.Waiting());
    }

    private static boolean isLast(GraphEvent event) {
        return event instanceof GraphEvent.Answered || event instanceof GraphEvent.Unavailable;
    }
}
