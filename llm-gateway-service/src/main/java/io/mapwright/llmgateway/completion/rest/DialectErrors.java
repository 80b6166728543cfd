package io.mapwright.llmgateway.completion.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import java.util.Optional;

/** Under {@code /v1} clients understand OpenAI's errors only, so the suite's problem documents are put into that form. */
class DialectErrors {

    private final ObjectMapper mapper;

    DialectErrors(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @ServerResponseFilter
    void translate(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean problem = type != null && (type.getType() + "/" + type.getSubtype()).equals(Problem.MEDIA_TYPE);
        if (problem
                && request.getUriInfo().getPath().startsWith("/v1/")
                && response.getEntity() instanceof String text) {
            response.setEntity(openAi(text), null, MediaType.APPLICATION_JSON_TYPE);
            response.getHeaders().putSingle("x-llm-error-source", "gateway");
        }
    }

    private String openAi(String document) {
        try {
            JsonNode problem = mapper.readTree(document);
            int status = problem.path("status").asInt();
            String field = problem.path("errors").path(0).path("field").asText("");
            return mapper.writeValueAsString(OpenAiError.tree(
                    problem.path("detail").asText(),
                    type(status),
                    Optional.of(field).filter(name -> !name.isEmpty()),
                    problem.path("error_type").asText()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem document is not JSON", impossible);
        }
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            case 503 -> "service_unavailable_error";
            case 504 -> "timeout_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }
}
