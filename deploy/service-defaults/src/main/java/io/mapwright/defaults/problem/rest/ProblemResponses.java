package io.mapwright.defaults.problem.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.defaults.problem.Problem;
import io.mapwright.defaults.request.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Writes problem documents, in the language and under the path of the request being answered. */
@Singleton
public final class ProblemResponses {

    private final ObjectMapper json;
    private final CurrentRequest request;

    ProblemResponses(ObjectMapper json, CurrentRequest request) {
        this.json = json;
        this.request = request;
    }

    /** The response for a JAX-RS resource. */
    public Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE + ";charset=UTF-8")
                .entity(document(problem));
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** The document alone, for answers that are not written by JAX-RS. */
    public String document(Problem problem) {
        try {
            return json.writeValueAsString(problem.members(
                    request.language(), request.path(), request.id().value()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem's extension cannot be written as JSON", impossible);
        }
    }
}
