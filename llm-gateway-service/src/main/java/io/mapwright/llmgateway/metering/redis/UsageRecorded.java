package io.mapwright.llmgateway.metering.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.metering.Cost;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.UsageEvent;

import java.math.BigDecimal;
import java.util.Locale;

/** The message {@code llm.usage-recorded.v1}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record UsageRecorded(
        String eventId,
        String requestId,
        int attempt,
        String user,
        String organization,
        String apiKey,
        String logicalModel,
        String physicalModel,
        String provider,
        String requestType,
        String diagramType,
        String endpoint,
        long inputTokens,
        long outputTokens,
        long cachedTokens,
        long reasoningTokens,
        boolean tokensEstimated,
        BigDecimal cost,
        String currency,
        String status,
        String errorCategory,
        String finish,
        boolean streamed,
        boolean shared,
        long queueWaitMs,
        Long timeToFirstTokenMs,
        long durationMs,
        String startedAt,
        String finishedAt) {

    static UsageRecorded of(UsageEvent event) {
        OpenCall call = event.call();
        Attribution whose = call.attribution();
        return new UsageRecorded(
                call.eventId(),
                whose.requestId(),
                call.attempt(),
                whose.user().orElse(null),
                whose.organization().orElse(null),
                whose.apiKey().orElse(null),
                call.target().logicalModel(),
                call.target().physicalModel(),
                call.target().provider(),
                whose.requestType().orElse(null),
                whose.diagramType().orElse(null),
                call.target().endpoint(),
                event.usage().input(),
                event.usage().output(),
                event.usage().cached(),
                event.usage().reasoning(),
                event.estimated(),
                event.cost().map(Cost::amount).orElse(null),
                event.cost().map(Cost::currency).orElse(null),
                event.error().isPresent() ? "error" : "success",
                event.error().orElse(null),
                event.finish().name().toLowerCase(Locale.ROOT),
                call.streamed(),
                false,
                call.queueWait().toMillis(),
                event.timeToFirstToken()
                        .map(time -> Math.max(0, time.toMillis()))
                        .orElse(null),
                event.duration().toMillis(),
                call.startedAt().toString(),
                event.finishedAt().toString());
    }
}
