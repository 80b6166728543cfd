package io.mapwright.llmgateway.metering.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.metering.OpenCall;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An {@link OpenCall} as it is stored. Members may be added, never renamed: old and new replicas read each other's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredCall(
        String eventId,
        String requestId,
        String user,
        String organization,
        String apiKey,
        String requestType,
        String diagramType,
        int attempt,
        String logicalModel,
        String provider,
        String physicalModel,
        String endpoint,
        boolean streamed,
        long estimatedInput,
        long queueWaitMillis,
        long startedAtMillis) {

    static StoredCall of(OpenCall call) {
        Attribution whose = call.attribution();
        return new StoredCall(
                call.eventId(),
                whose.requestId(),
                whose.user().orElse(null),
                whose.organization().orElse(null),
                whose.apiKey().orElse(null),
                whose.requestType().orElse(null),
                whose.diagramType().orElse(null),
                call.attempt(),
                call.target().logicalModel(),
                call.target().provider(),
                call.target().physicalModel(),
                call.target().endpoint(),
                call.streamed(),
                call.estimatedInput(),
                call.queueWait().toMillis(),
                call.startedAt().toEpochMilli());
    }

    OpenCall call() {
        return new OpenCall(
                eventId,
                new Attribution(
                        requestId,
                        Optional.ofNullable(user),
                        Optional.ofNullable(organization),
                        Optional.ofNullable(apiKey),
                        Optional.ofNullable(requestType),
                        Optional.ofNullable(diagramType)),
                attempt,
                new OpenCall.Target(logicalModel, provider, physicalModel, endpoint),
                streamed,
                estimatedInput,
                Duration.ofMillis(queueWaitMillis),
                Instant.ofEpochMilli(startedAtMillis));
    }
}
