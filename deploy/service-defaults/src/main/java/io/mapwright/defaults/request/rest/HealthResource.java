package io.mapwright.defaults.request.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public liveness for people and load balancers; the probes of Kubernetes are on the management port. */
@Path("/health")
final class HealthResource {

    private final String version;

    HealthResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    /** The service answers, and which version of it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Health health() {
        return new Health("UP", version);
    }

    /**
     * Body of the answer.
     *
     * @param status always {@code UP}
     * @param version of this service
     */
    public record Health(String status, String version) {}
}
