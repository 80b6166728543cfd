package io.mapwright.deploy.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One call that a provider saw. Times are milliseconds since the epoch.
 *
 * @param seq position in the ledger, from 1
 * @param id the answer's id on the wire, empty when there was none
 * @param requestId the caller's {@code x-request-id}, empty when none was sent
 * @param rejection the dimension that refused it, or the error code it got; empty when neither
 * @param completionTokens tokens of the answer really sent; of the whole answer when it was completed
 * @param endedAt zero while it is in flight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Call(
        long seq,
        String id,
        String provider,
        String account,
        String model,
        @JsonProperty("request_id") String requestId,
        boolean streamed,
        int status,
        Outcome outcome,
        String rejection,
        @JsonProperty("prompt_tokens") int promptTokens,
        @JsonProperty("completion_tokens") int completionTokens,
        @JsonProperty("arrived_at") long arrivedAt,
        @JsonProperty("ended_at") long endedAt) {}
