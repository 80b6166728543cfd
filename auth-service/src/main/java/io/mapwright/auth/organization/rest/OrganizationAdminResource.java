package io.mapwright.auth.organization.rest;

import io.mapwright.auth.audit.rest.CallingActor;
import io.mapwright.auth.organization.OrganizationId;
import io.mapwright.auth.organization.OrganizationRegister;
import io.mapwright.auth.organization.OrganizationRegister.Outcome;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.problem.Text;
import io.mapwright.defaults.request.CurrentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import java.security.SecureRandom;
import java.util.List;

@Path("/api/auth/admin/organizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OrganizationAdminResource {

    private static final Text REMOVED = new Text("组织已删除", "The organization has been deleted");

    private final OrganizationRegister register;
    private final CallersScope scopes;
    private final CallingActor actor;
    private final CurrentRequest request;
    private final SecureRandom random;

    OrganizationAdminResource(
            OrganizationRegister register,
            CallersScope scopes,
            CallingActor actor,
            CurrentRequest request,
            SecureRandom random) {
        this.register = register;
        this.scopes = scopes;
        this.actor = actor;
        this.request = request;
        this.random = random;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"admin", "manager"})
    public Uni<List<OrganizationShown>> all() {
        return register.all(scopes.current())
                .map(OrganizationShown::of)
                .collect()
                .asList();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("admin")
    public Uni<OrganizationShown> add(@NotNull @Valid OrganizationBody body) {
        return register.add(body.draft(random), actor.current()).map(OrganizationAdminResource::shown);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    public Uni<OrganizationShown> edit(@RestPath String id, @NotNull @Valid OrganizationEditBody body) {
        return register.edit(known(id), body.edit(), actor.current()).map(OrganizationAdminResource::shown);
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("admin")
    public Uni<Message> remove(@RestPath String id) {
        String message = REMOVED.in(request.language());
        return register.remove(known(id), actor.current()).map(outcome -> {
            shown(outcome);
            return new Message(message);
        });
    }

    private static OrganizationId known(String id) {
        return OrganizationId.parse(id).orElseThrow(Problems::notFound);
    }

    private static OrganizationShown shown(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> OrganizationShown.of(done.entry());
            case Outcome.Unknown unknown -> throw Problems.notFound();
            case Outcome.Taken taken ->
                throw ProblemException.of(409, "organization_exists")
                        .text("组织代码或邀请码已被使用", "Another organization has this code or this invitation code")
                        .build();
            case Outcome.HasMembers has ->
                throw ProblemException.of(409, "organization_has_users")
                        .text("该组织仍有用户，无法删除", "People still belong to this organization, so it can't be deleted")
                        .extension("user_count", has.members())
                        .build();
        };
    }

    record Message(String message) {}
}
