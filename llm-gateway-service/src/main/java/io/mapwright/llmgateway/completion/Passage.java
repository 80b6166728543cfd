package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;

import java.time.Duration;
import java.util.Optional;

/**
 * A request's way through the gateway.
 *
 * @param route the last route taken, empty when none was
 * @param attempts calls that were sent
 * @param queueWait time in line, all attempts together
 * @param overhead the gateway's own time: what is left without line, provider and pauses between attempts
 */
public record Passage(Optional<Route> route, int attempts, Duration queueWait, Duration overhead) {

    /** A request that went nowhere. */
    public static final Passage NONE = new Passage(Optional.empty(), 0, Duration.ZERO, Duration.ZERO);
}
