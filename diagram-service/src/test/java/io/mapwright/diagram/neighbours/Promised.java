package io.mapwright.diagram.neighbours;

import io.mapwright.testkit.OpenApiContract;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import java.util.Optional;

/** Holds what the service sends to a sibling against the sibling's published contract. */
final class Promised {

    private final Optional<OpenApiContract> contract;

    Promised(String sibling) {
        boolean published = Promised.class.getResource("/contracts/openapi/" + sibling + ".yaml") != null;
        contract = published ? Optional.of(OpenApiContract.of(sibling)) : Optional.empty();
    }

    /** Answers 500, which no test expects, to what the sibling does not take. */
    boolean refuses(HttpServerRequest request, Buffer body) {
        try {
            contract.ifPresent(promise -> promise.assertRequest("POST", request.path(), body.toString()));
            return false;
        } catch (AssertionError broken) {
            request.response().setStatusCode(500).end(broken.getMessage());
            return true;
        }
    }

    /** Checks an answer of ours, so that the script cannot promise more than the sibling does. */
    void checkAnswer(HttpServerRequest request, int status, String json) {
        contract.ifPresent(promise -> promise.assertResponse("POST", request.path(), status, "application/json", json));
    }
}
