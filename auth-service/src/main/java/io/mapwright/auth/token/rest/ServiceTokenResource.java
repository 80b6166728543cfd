package io.mapwright.auth.token.rest;

import io.mapwright.auth.token.ServiceTokens;
import io.mapwright.defaults.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For sibling services that act on their own behalf; never routed to the outside. */
@Path("/internal/tokens/service")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ServiceTokenResource {

    private final ServiceTokens tokens;

    ServiceTokenResource(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    public IssuedToken issue(@NotNull @Valid Credential credential) {
        return switch (tokens.issue(credential.service(), credential.secret())) {
            case ServiceTokens.Answer.Issued issued -> IssuedToken.of(issued.token());
            case ServiceTokens.Answer.Refused refused ->
                throw Problems.unauthenticated("服务名称或密钥不正确", "Unknown service, or not its secret");
        };
    }

    record Credential(
            @NotBlank @Size(max = 64) String service,
            @NotBlank @Size(max = 512) String secret) {}
}
