package io.mapwright.diagram.generation.rest;

import io.mapwright.diagram.generation.GraphGeneration;
import io.mapwright.diagram.generation.GraphStream;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** A diagram for a sentence. */
@Path("/api/generate_graph")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
final class GenerateGraphResource {

    private final GraphGeneration generation;
    private final GraphStream stream;
    private final Errands errands;
    private final EventStreams events;

    GenerateGraphResource(GraphGeneration generation, GraphStream stream, Errands errands, EventStreams events) {
        this.generation = generation;
        this.stream = stream;
        this.errands = errands;
        this.events = events;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<JsonObject> generate(@Nullable GenerateGraphRequest body) {
        var checked = GraphRequests.read(body);
        var errand = errands.current(checked.requestType());
        var json = new GraphAnswerJson(checked.wish(), errand.requestId());
        return generation
                .answer(checked.wish(), errand)
                .map(json::of)
                .onFailure(ModelUnavailableException.class)
                .transform(ModelOutages::problem);
    }

    @POST
    @Path("/stream")
    @ResponseHeader(name = "Cache-Control", value = "no-cache")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@Nullable GenerateGraphRequest body) {
        var checked = GraphRequests.read(body);
        var errand = errands.current(checked.requestType());
        var answers = new GraphAnswerJson(checked.wish(), errand.requestId());
        var json = new GraphEventJson(answers, checked.wish().language());
        return events.of(stream.events(checked.wish(), errand).map(json::of));
    }
}
