package io.mapwright.defaults.sample;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestQuery;

import java.net.ConnectException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A service in miniature, so that the defaults can be seen at work over real HTTP. */
@Path("/sample")
public class SampleResource {

    private final Callers callers;

    SampleResource(Callers callers) {
        this.callers = callers;
    }

    @POST
    @Path("/drawings")
    public Uni<Drawing> draw(@Valid @NotNull Drawing drawing) {
        return Uni.createFrom().item(drawing);
    }

    @GET
    @Path("/me")
    @Authenticated
    public Uni<String> me() {
        return Uni.createFrom().item(callers.current().toString());
    }

    @GET
    @Path("/open")
    public Uni<String> open() {
        return callers.ifAny().map(caller -> caller.map(c -> c.subject()).orElse("stranger"));
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public Uni<String> admin() {
        return Uni.createFrom().item("yes");
    }

    @GET
    @Path("/fails/{how}")
    public Uni<String> fails(@PathParam("how") String how) {
        return Uni.createFrom()
                .failure(
                        switch (how) {
                            case "outage" -> new IllegalStateException("wrapped", new ConnectException("refused"));
                            case "busy" ->
                                ProblemException.of(429, "rate_limit")
                                        .text("请求过于频繁", "Too many requests")
                                        .retryAfter(Duration.ofMillis(1200))
                                        .build();
                            default -> new IllegalStateException("a bug");
                        });
    }

    @GET
    @Path("/shelf")
    public Uni<String> shelf(
            @QueryParam("page_size") @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery("organization_id") Optional<Long> organization,
            @RestQuery boolean pinned,
            @RestQuery Kind kind,
            @BeanParam Period period) {
        return Uni.createFrom().item(pageSize + " " + organization.isPresent() + " " + pinned);
    }

    @GET
    @Path("/secret-shelf")
    @Authenticated
    public Uni<String> secretShelf(@RestQuery int page) {
        return Uni.createFrom().item("page " + page);
    }

    @GET
    @Path("/shelf/{place}")
    public Uni<String> place(@PathParam("place") int place) {
        return Uni.createFrom().item("at " + place);
    }

    public record Drawing(
            @NotNull @Size(min = 1, max = 5) String prompt, Kind kind, int width, Boolean framed, LocalDate due) {}

    public record Period(
            @RestQuery LocalDate since,
            @RestQuery("lasting_days") Integer days) {}

    public enum Kind {
        CIRCLE,
        TREE
    }
}
