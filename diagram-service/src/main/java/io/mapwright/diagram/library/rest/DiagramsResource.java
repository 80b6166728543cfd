package io.mapwright.diagram.library.rest;

import io.mapwright.defaults.identity.Callers;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.diagram.library.DiagramLibrary;
import io.mapwright.diagram.library.EditOutcome;
import io.mapwright.diagram.library.Lookup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The caller's kept diagrams. Whatever is not the caller's is not there. */
@Path("/api/diagrams")
@RolesAllowed({"user", "manager", "admin"})
@Produces(MediaType.APPLICATION_JSON)
final class DiagramsResource {

    private final DiagramLibrary library;
    private final Callers callers;

    DiagramsResource(DiagramLibrary library, Callers callers) {
        this.library = library;
        this.callers = callers;
    }

    @GET
    public Uni<DiagramJson.Page> list(
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("page_size") @DefaultValue("20") int pageSize) {
        var position = DiagramRequests.page(page, pageSize);
        return library.list(owner(), position).map(found -> DiagramJson.Page.of(found, position));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(@Nullable DiagramBody body) {
        return library.add(owner(), DiagramRequests.draft(body))
                .map(diagram -> Response.status(Response.Status.CREATED)
                        .entity(DiagramJson.of(diagram))
                        .build());
    }

    @GET
    @Path("/{id}")
    public Uni<DiagramJson> find(@PathParam("id") String id) {
        return library.find(owner(), idOf(id)).map(DiagramsResource::found);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DiagramJson> edit(@PathParam("id") String id, @Nullable DiagramBody body) {
        return library.edit(owner(), idOf(id), DiagramRequests.edit(body)).map(outcome -> switch (outcome) {
            case EditOutcome.Edited edited -> DiagramJson.of(edited.diagram());
            case EditOutcome.Outdated outdated -> throw outdated(outdated.currentVersion());
            case EditOutcome.Missing missing -> throw Problems.notFound();
        });
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@PathParam("id") String id) {
        return library.delete(owner(), idOf(id))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw Problems.notFound();
                    }
                })
                .replaceWithVoid();
    }

    @POST
    @Path("/{id}/duplicate")
    public Uni<Response> duplicate(@PathParam("id") String id) {
        var owner = owner();
        return library.find(owner, idOf(id))
                .chain(lookup -> switch (lookup) {
                    case Lookup.Missing missing -> Uni.createFrom().item(missing);
                    case Lookup.Found found ->
                        library.duplicate(
                                owner,
                                found.diagram().id(),
                                DiagramRequests.copyOf(
                                        found.diagram().title(), found.diagram().language()));
                })
                .map(copy -> Response.status(Response.Status.CREATED)
                        .entity(found(copy))
                        .build());
    }

    @POST
    @Path("/{id}/pin")
    public Uni<DiagramJson> pin(
            @PathParam("id") String id, @QueryParam("pinned") @DefaultValue("true") boolean pinned) {
        return library.pin(owner(), idOf(id), pinned).map(DiagramsResource::found);
    }

    private String owner() {
        return callers.current().subject();
    }

    private static DiagramJson found(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found found -> DiagramJson.of(found.diagram());
            case Lookup.Missing missing -> throw Problems.notFound();
        };
    }

    /** An id that is none is the id of nothing. */
    private static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw Problems.notFound();
        }
    }

    private static ProblemException outdated(int currentVersion) {
        return ProblemException.of(409, "version_conflict")
                .text(
                        "图示已被修改，当前版本为 " + currentVersion + "，请重新打开后再保存",
                        "The diagram was changed meanwhile and has version " + currentVersion
                                + " now; open it again before saving")
                .extension("current_version", currentVersion)
                .build();
    }
}
