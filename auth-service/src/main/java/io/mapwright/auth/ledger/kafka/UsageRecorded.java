package io.mapwright.auth.ledger.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mapwright.auth.ledger.UsageEvent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code llm.usage-recorded.v1} as far as the ledger reads it; members it does not know are left alone. */
@JsonIgnoreProperties(ignoreUnknown = true)
record UsageRecorded(
        @JsonProperty(value = "event_id", required = true) String eventId,
        @JsonProperty(value = "request_id", required = true) String requestId,
        @JsonProperty(value = "attempt", required = true) int attempt,
        @JsonProperty("user") Optional<String> user,
        @JsonProperty("organization") Optional<String> organization,
        @JsonProperty("api_key") Optional<String> apiKey,

        @JsonProperty(value = "logical_model", required = true)
        String logicalModel,

        @JsonProperty(value = "physical_model", required = true)
        String physicalModel,

        @JsonProperty(value = "provider", required = true) String provider,
        @JsonProperty("request_type") Optional<String> requestType,
        @JsonProperty("diagram_type") Optional<String> diagramType,

        @JsonProperty(value = "input_tokens", required = true)
        long inputTokens,

        @JsonProperty(value = "output_tokens", required = true)
        long outputTokens,

        @JsonProperty("cached_tokens") Optional<Long> cachedTokens,
        @JsonProperty("reasoning_tokens") Optional<Long> reasoningTokens,

        @JsonProperty(value = "tokens_estimated", required = true)
        boolean tokensEstimated,

        @JsonProperty("cost") Optional<BigDecimal> cost,
        @JsonProperty("currency") Optional<String> currency,
        @JsonProperty(value = "status", required = true) Status status,
        @JsonProperty("error_category") Optional<String> errorCategory,
        @JsonProperty(value = "finish", required = true) Finish finish,
        @JsonProperty(value = "shared", required = true) boolean shared,

        @JsonProperty(value = "finished_at", required = true)
        Instant finishedAt) {

    /** The event; refuses one that the contract does not allow. */
    UsageEvent event() {
        return new UsageEvent(
                eventId,
                finishedAt,
                new UsageEvent.Caller(user, organization, apiKey),
                new UsageEvent.Call(
                        requestId,
                        attempt,
                        new UsageEvent.Model(logicalModel, physicalModel, provider),
                        requestType,
                        diagramType),
                new UsageEvent.Tokens(
                        inputTokens,
                        outputTokens,
                        cachedTokens.orElse(0L),
                        reasoningTokens.orElse(0L),
                        tokensEstimated),
                cost.map(amount -> new UsageEvent.Cost(
                        amount, currency.orElseThrow(() -> new IllegalArgumentException("a cost has a currency")))),
                new UsageEvent.Ending(status == Status.ERROR, errorCategory, finish.code(), shared));
    }

    /** Whether there was an answer. */
    enum Status {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("error")
        ERROR
    }

    /** How the call came to its end. */
    enum Finish {
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("aborted")
        ABORTED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("expired")
        EXPIRED;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
