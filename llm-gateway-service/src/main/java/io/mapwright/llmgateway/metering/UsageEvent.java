package io.mapwright.llmgateway.metering;

import io.mapwright.llmgateway.provider.Usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that ended: a fact.
 *
 * @param call which
 * @param usage tokens it took
 * @param estimated whether the provider never told them
 * @param cost by the price table, empty when the model has no price
 * @param error category of the failure, empty for a success
 * @param finish how it ended
 * @param timeToFirstToken empty when nothing arrived or the answer came whole
 * @param finishedAt when it ended
 */
public record UsageEvent(
        OpenCall call,
        Usage usage,
        boolean estimated,
        Optional<Cost> cost,
        Optional<String> error,
        Finish finish,
        Optional<Duration> timeToFirstToken,
        Instant finishedAt) {

    /** How a call ended. */
    public enum Finish {
        COMPLETE,
        /** The caller left. */
        ABORTED,
        FAILED,
        /** The replica that made the call died. */
        EXPIRED
    }

    /** How long it took. */
    public Duration duration() {
        Duration took = Duration.between(call.startedAt(), finishedAt);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
