package io.mapwright.llmgateway.metering;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that was sent and has not ended.
 *
 * @param eventId becomes the id of its event, unique for ever
 * @param attribution whose it is
 * @param attempt 1 for the first attempt of the request
 * @param target what was called
 * @param streamed whether the answer comes piece by piece
 * @param estimatedInput estimated tokens of the prompt
 * @param queueWait time it stood in line before
 * @param startedAt when it was sent
 */
public record OpenCall(
        String eventId,
        Attribution attribution,
        int attempt,
        Target target,
        boolean streamed,
        long estimatedInput,
        Duration queueWait,
        Instant startedAt) {

    /**
     * What was called.
     *
     * @param logicalModel the model the caller named
     * @param provider id of the provider
     * @param physicalModel the provider's name of the model
     * @param endpoint path of the gateway that was called
     */
    public record Target(String logicalModel, String provider, String physicalModel, String endpoint) {}
}
