package io.mapwright.llmgateway.metering;

import java.util.Optional;

/**
 * Whose call it is and what it is for.
 *
 * @param requestId the caller's request; all attempts for it share it
 * @param user subject of the caller's token, empty for services
 * @param organization empty for callers without one
 * @param apiKey id of the API key that was used
 * @param requestType what the call is for
 * @param diagramType which diagram it is for
 */
public record Attribution(
        String requestId,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> apiKey,
        Optional<String> requestType,
        Optional<String> diagramType) {}
