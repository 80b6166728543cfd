package io.mapwright.llmgateway.overview.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.llmgateway.overview.Overview;
import io.mapwright.llmgateway.overview.RouteStanding;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What administrators see through the API gateway. */
@Path("/api/llm")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class OperatorsResource {

    private final Overview overview;
    private final MeterRegistry registry;

    OperatorsResource(Overview overview, MeterRegistry registry) {
        this.overview = overview;
        this.registry = registry;
    }

    @GET
    @Path("/health")
    public Uni<Health> health() {
        return overview.routes().map(Health::of);
    }

    @GET
    @Path("/metrics")
    public Uni<Metrics> metrics() {
        return overview.routes().map(routes -> {
            Map<String, RouteMetrics> byRoute = new LinkedHashMap<>();
            routes.forEach(standing ->
                    byRoute.computeIfAbsent(standing.route().name(), name -> RouteMetrics.of(standing, registry)));
            return new Metrics("this_replica", List.copyOf(byRoute.values()));
        });
    }

    /** Healthy while every model has a route that can be taken now, degraded while some have, else down. */
    record Health(String status, Map<String, ModelHealth> models) {

        static Health of(List<RouteStanding> routes) {
            Map<String, ModelHealth> models = new TreeMap<>();
            routes.stream()
                    .collect(Collectors.groupingBy(RouteStanding::model))
                    .forEach((model, own) -> models.put(model, ModelHealth.of(own)));
            long available =
                    models.values().stream().filter(ModelHealth::available).count();
            String status = available == models.size() ? "healthy" : available > 0 ? "degraded" : "down";
            return new Health(status, models);
        }
    }

    record ModelHealth(boolean available, List<RouteHealth> routes) {

        static ModelHealth of(List<RouteStanding> routes) {
            return new ModelHealth(
                    routes.stream().anyMatch(RouteStanding::isUsable),
                    routes.stream().map(RouteHealth::of).toList());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RouteHealth(String provider, String model, String breaker, double coolDownSeconds) {

        static RouteHealth of(RouteStanding standing) {
            return new RouteHealth(
                    standing.route().provider().id().value(),
                    standing.route().model(),
                    QuotaView.lower(standing.breaker()),
                    standing.quota().coolDown().toMillis() / 1000.0);
        }
    }

    record Metrics(String scope, List<RouteMetrics> routes) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record RouteMetrics(
            String provider,
            String model,
            long calls,
            long errors,
            double meanDurationMs,
            long inFlight,
            Map<String, Long> errorsByCategory,
            List<QuotaView.Limit> limits) {

        static RouteMetrics of(RouteStanding standing, MeterRegistry registry) {
            String provider = standing.route().provider().id().value();
            Tags tags = Tags.of(
                    "gen_ai.provider.name",
                    provider,
                    "gen_ai.request.model",
                    standing.route().model());
            Map<String, Long> errors = new TreeMap<>();
            long calls = 0;
            double time = 0;
            for (Timer timer :
                    registry.find("gen_ai.server.request.duration").tags(tags).timers()) {
                String error = timer.getId().getTag("error.type");
                calls += timer.count();
                time += timer.totalTime(TimeUnit.MILLISECONDS);
                if (error != null && !error.isEmpty()) {
                    errors.merge(error, timer.count(), Long::sum);
                }
            }
            return new RouteMetrics(
                    provider,
                    standing.route().model(),
                    calls,
                    errors.values().stream().mapToLong(Long::longValue).sum(),
                    calls == 0 ? 0 : Math.round(time / calls),
                    standing.quota().inFlight(),
                    errors,
                    standing.quota().usage().stream().map(QuotaView.Limit::of).toList());
        }
    }
}
