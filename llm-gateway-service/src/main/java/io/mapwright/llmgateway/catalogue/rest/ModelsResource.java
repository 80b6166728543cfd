package io.mapwright.llmgateway.catalogue.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.llmgateway.catalogue.LogicalModel;
import io.mapwright.llmgateway.catalogue.ModelCatalogue;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.List;

/** The models, as OpenAI lists them. */
@Path("/v1/models")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
class ModelsResource {

    private final ModelCatalogue catalogue;

    ModelsResource(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    public Models all() {
        return new Models("list", catalogue.all().stream().map(Model::of).toList());
    }

    @GET
    @Path("/{id: .+}")
    public Model one(@PathParam("id") String id) {
        return catalogue
                .find(id)
                .map(Model::of)
                .orElseThrow(() -> ProblemException.of(404, "model_not_found")
                        .text(
                                "没有名为 " + id + " 的模型，可用模型：" + String.join("、", catalogue.names()),
                                "There is no model named " + id + "; known models: "
                                        + String.join(", ", catalogue.names()))
                        .build());
    }

    record Models(String object, List<Model> data) {}

    record Model(
            String id,
            String object,
            long created,
            @JsonProperty("owned_by") String ownedBy,
            List<Route> routes) {

        static Model of(LogicalModel model) {
            List<Route> routes = model.routes().stream()
                    .map(route -> new Route(route.provider().id().value(), route.model(), route.weight(), route.rank()))
                    .toList();
            return new Model(model.name(), "model", 0, "mapwright", routes);
        }
    }

    record Route(String provider, String model, int weight, int rank) {}
}
