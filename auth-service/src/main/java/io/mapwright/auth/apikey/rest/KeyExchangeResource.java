package io.mapwright.auth.apikey.rest;

import io.mapwright.auth.apikey.KeyExchange;
import io.mapwright.auth.apikey.KeyUse;
import io.mapwright.auth.organization.rest.MembershipProblems;
import io.mapwright.auth.token.rest.IssuedToken;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** For sibling services that accept {@code X-API-Key}; never routed to the outside. */
@Path("/internal/tokens/api-key")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class KeyExchangeResource {

    private final KeyExchange exchange;

    KeyExchangeResource(KeyExchange exchange) {
        this.exchange = exchange;
    }

    @POST
    public Uni<IssuedToken> exchange(@NotNull @Valid Body body) {
        return exchange.exchange(body.apiKey()).map(answer -> switch (answer) {
            case KeyExchange.Exchange.Issued issued -> IssuedToken.of(issued.token());
            case KeyExchange.Exchange.Refused refused -> throw refused(refused.reason());
            case KeyExchange.Exchange.QuotaExhausted exhausted ->
                throw ProblemException.of(429, "quota_exhausted")
                        .text("该 API 密钥的调用额度已用完", "The quota of this API key is used up")
                        .build();
            case KeyExchange.Exchange.ShutOut shut -> throw MembershipProblems.shutOut(shut.why());
        });
    }

    private static ProblemException refused(KeyUse.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> Problems.unauthenticated("API 密钥无效", "This API key is not valid");
            case SWITCHED_OFF -> Problems.unauthenticated("API 密钥已停用", "This API key has been switched off");
            case EXPIRED -> Problems.unauthenticated("API 密钥已过期", "This API key has expired");
        };
    }

    record Body(@NotBlank @Size(max = 128) String apiKey) {

        @Override
        public String toString() {
            return "Body[hidden]";
        }
    }
}
