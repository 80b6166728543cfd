package io.mapwright.auth.apikey.rest;

import io.mapwright.auth.apikey.ApiKey;
import io.mapwright.auth.apikey.ApiKeyEdit;
import io.mapwright.auth.apikey.ApiKeyId;
import io.mapwright.auth.apikey.ApiKeyRegister;
import io.mapwright.auth.apikey.ApiKeyRegister.Outcome;
import io.mapwright.auth.apikey.ApiKeySecret;
import io.mapwright.auth.audit.rest.CallingActor;
import io.mapwright.auth.edit.Edit;
import io.mapwright.auth.edit.rest.InvalidFields;
import io.mapwright.auth.organization.rest.CallersScope;
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

@Path("/api/auth/admin/api_keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "manager"})
class ApiKeyAdminResource {

    private static final Text REMOVED = new Text("API 密钥已删除", "The API key has been deleted");
    private static final Text NO_ORGANIZATION = new Text("组织不存在", "there is no such organization");

    private final ApiKeyRegister register;
    private final CallersScope scopes;
    private final CallingActor actor;
    private final CurrentRequest request;
    private final SecureRandom random;

    ApiKeyAdminResource(
            ApiKeyRegister register,
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
    public Uni<List<ApiKeyBodies.Shown>> all() {
        return register.all(scopes.current())
                .map(ApiKeyBodies.Shown::of)
                .collect()
                .asList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    public Uni<ApiKeyBodies.Revealed> add(@NotNull @Valid ApiKeyBodies.New body) {
        ApiKeySecret secret = ApiKeySecret.random(random);
        return register.add(secret.fingerprint(), body.terms(scopes.current()), actor.current())
                .map(outcome -> ApiKeyBodies.Revealed.of(key(outcome), secret));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ApiKeyBodies.Shown> edit(@RestPath String id, @NotNull @Valid ApiKeyBodies.Changed body) {
        ApiKeyEdit edit = body.edit();
        return register.edit(known(id), scopes.current(), "api_key.update", edit::applyTo, actor.current())
                .map(outcome -> ApiKeyBodies.Shown.of(key(outcome)));
    }

    @PUT
    @Path("/{id}/toggle")
    public Uni<ApiKeyBodies.Shown> toggle(@RestPath String id) {
        return register.edit(
                        known(id), scopes.current(), "api_key.toggle", ApiKeyAdminResource::toggled, actor.current())
                .map(outcome -> ApiKeyBodies.Shown.of(key(outcome)));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Message> remove(@RestPath String id) {
        String message = REMOVED.in(request.language());
        return register.remove(known(id), scopes.current(), actor.current()).map(outcome -> {
            key(outcome);
            return new Message(message);
        });
    }

    private static ApiKey toggled(ApiKey key) {
        return new ApiKeyEdit(
                        new Edit.Keep<>(),
                        new Edit.Keep<>(),
                        new Edit.Keep<>(),
                        new Edit.Keep<>(),
                        new Edit.Put<>(!key.active()))
                .applyTo(key);
    }

    private static ApiKeyId known(String id) {
        return ApiKeyId.parse(id).orElseThrow(Problems::notFound);
    }

    private static ApiKey key(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.key();
            case Outcome.Unknown unknown -> throw Problems.notFound();
            case Outcome.UnknownOrganization unknown -> throw InvalidFields.invalid("organization_id", NO_ORGANIZATION);
        };
    }

    record Message(String message) {}
}
