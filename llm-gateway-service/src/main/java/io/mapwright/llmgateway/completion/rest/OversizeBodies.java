package io.mapwright.llmgateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.request.HttpLimits;
import io.mapwright.defaults.request.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses bodies that are too large before they are read, under {@code /v1} in the form that OpenAI's clients understand. */
@Singleton
final class OversizeBodies {

    /** Before the suite's own check, which knows one form of refusal only. */
    private static final int BEFORE_THE_SUITE = 1_100;

    private final HttpLimits limits;
    private final ObjectMapper mapper;

    OversizeBodies(HttpLimits limits, ObjectMapper mapper) {
        this.limits = limits;
        this.mapper = mapper;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_THE_SUITE);
    }

    private void admit(RoutingContext context) {
        boolean dialect = context.normalizedPath().startsWith("/v1/");
        if (dialect && declaredLength(context.request()) > limits.maxBody().asLongValue()) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context) {
        OpenAiError error = OpenAiError.tooLarge(limits.maxBody().asLongValue());
        HttpServerRequest request = context.request();
        Language language =
                Language.of(request.getHeader(Language.HEADER), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        RequestId id = RequestId.sent(request.getHeader(RequestId.HEADER)).orElseGet(RequestId::random);
        // The body that follows is not read: the connection ends with the answer.
        context.response()
                .setStatusCode(error.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .putHeader(RequestId.HEADER, id.value())
                .putHeader("x-llm-error-source", "gateway")
                .end(json(error, language));
    }

    private String json(OpenAiError error, Language language) {
        try {
            return mapper.writeValueAsString(error.tree(language));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an error cannot be written as JSON", impossible);
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
