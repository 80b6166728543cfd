package io.mapwright.defaults.request.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.Problem;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Problems;
import io.mapwright.defaults.request.HttpLimits;
import io.mapwright.defaults.request.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/**
 * What happens to each request before and after the resources: it gets its id, oversize bodies are refused before they
 * are read, and an address nobody serves is answered with a problem document.
 */
@Singleton
final class EveryRequest {

    /** Above Quarkus's own filters, so that even their answers carry the request id. */
    private static final int FIRST = 1_000;

    private final HttpLimits limits;

    EveryRequest(HttpLimits limits) {
        this.limits = limits;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().last().handler(context -> answer(context, Problems.notFound()));
    }

    private void admit(RoutingContext context) {
        RequestId id = RequestIds.of(context);
        context.response().putHeader(RequestId.HEADER, id.value());
        MDC.put("requestId", id.value());
        long limit = limits.maxBody().asLongValue();
        if (declaredLength(context) > limit) {
            // The body that follows is not read: the connection ends with the answer.
            context.response().putHeader("Connection", "close");
            answer(context, Problems.tooLarge(limit));
            return;
        }
        context.next();
    }

    private static long declaredLength(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private static void answer(RoutingContext context, ProblemException refusal) {
        Problem problem = refusal.problem();
        Language language = Language.of(
                context.request().getHeader(Language.HEADER), context.request().getHeader("Accept-Language"));
        problem.headers().forEach(context.response()::putHeader);
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE + ";charset=UTF-8")
                .end(new JsonObject(problem.members(
                                language,
                                context.normalizedPath(),
                                RequestIds.of(context).value()))
                        .encode());
    }
}
