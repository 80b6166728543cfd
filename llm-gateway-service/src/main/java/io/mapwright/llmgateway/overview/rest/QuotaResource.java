package io.mapwright.llmgateway.overview.rest;

import io.mapwright.defaults.problem.Problems;
import io.mapwright.llmgateway.overview.Overview;
import io.mapwright.llmgateway.overview.RouteStanding;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quotas, live. */
@Path("/v1/quota")
@RolesAllowed({"admin", "service"})
@Produces(MediaType.APPLICATION_JSON)
class QuotaResource {

    private final Overview overview;

    QuotaResource(Overview overview) {
        this.overview = overview;
    }

    @GET
    public Uni<Quotas> all() {
        return overview.routes().map(Quotas::of);
    }

    @GET
    @Path("/{provider}")
    public Uni<Quotas> ofProvider(@RestPath String provider) {
        return overview.routes().map(routes -> {
            List<RouteStanding> own = routes.stream()
                    .filter(standing -> standing.route().provider().id().value().equals(provider))
                    .toList();
            if (own.isEmpty()) {
                throw Problems.notFound();
            }
            return Quotas.of(own);
        });
    }

    /** One entry per quota; several routes can share one. */
    record Quotas(List<QuotaView> quotas) {

        static Quotas of(List<RouteStanding> routes) {
            Map<String, QuotaView> byScope = new LinkedHashMap<>();
            routes.forEach(standing -> byScope.merge(
                    standing.quota().scope().toString(), QuotaView.of(standing), QuotaView::withRoutesOf));
            return new Quotas(List.copyOf(byScope.values()));
        }
    }
}
