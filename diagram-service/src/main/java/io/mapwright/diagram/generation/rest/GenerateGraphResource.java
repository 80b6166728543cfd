package io.mapwright.diagram.generation.rest;

import io.mapwright.diagram.generation.GraphGeneration;
import io.mapwright.diagram.json.JsonObject;
import io.mapwright.diagram.model.ModelUnavailableException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Diagrams for sentences. */
@Path("/api/generate_graph")
@Authenticated
final class GenerateGraphResource {

    private final GraphGeneration generation;
    private final Errands errands;

    GenerateGraphResource(GraphGeneration generation, Errands errands) {
        this.generation = generation;
        this.errands = errands;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
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
}
