package io.mapwright.diagram.model;

import java.time.Instant;
import java.util.Optional;

/**
 * On whose behalf a model is called, what for, and until when.
 *
 * @param bearerToken the caller's own token, forwarded to the gateway
 * @param requestId id of the request being answered
 * @param requestType what the tokens are accounted to, for example {@code diagram_generation}
 * @param diagramType what is drawn, empty before that is known
 * @param deadline moment after which nobody waits for the answer
 */
public record Errand(
        String bearerToken, String requestId, String requestType, Optional<String> diagramType, Instant deadline) {

    /** The same errand for a diagram of this type. */
    public Errand drawing(String type) {
        return new Errand(bearerToken, requestId, requestType, Optional.of(type), deadline);
    }

    /** The same errand accounted to something else. */
    public Errand accountedTo(String type) {
        return new Errand(bearerToken, requestId, type, diagramType, deadline);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Errand[" + requestId + ", " + requestType + "]";
    }
}
