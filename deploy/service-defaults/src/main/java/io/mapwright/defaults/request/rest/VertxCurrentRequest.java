package io.mapwright.defaults.request.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.request.CurrentRequest;
import io.mapwright.defaults.request.RequestId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;

import java.util.Optional;
import java.util.function.Function;

/** The current request as Quarkus's HTTP layer knows it. */
@ApplicationScoped
class VertxCurrentRequest implements CurrentRequest {

    private final CurrentVertxRequest current;

    VertxCurrentRequest(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public RequestId id() {
        return ofRequest(RequestIds::of).orElseGet(RequestId::random);
    }

    @Override
    public String path() {
        return ofRequest(RoutingContext::normalizedPath).orElse("");
    }

    @Override
    public Language language() {
        return ofRequest(context -> Language.of(
                        context.request().getHeader(Language.HEADER),
                        context.request().getHeader("Accept-Language")))
                .orElse(Language.ZH);
    }

    private <T> Optional<T> ofRequest(Function<RoutingContext, T> question) {
        try {
            return Optional.ofNullable(current.getCurrent()).map(question);
        } catch (ContextNotActiveException outsideOfRequests) {
            return Optional.empty();
        }
    }
}
