package io.mapwright.llmgateway.quota;

import java.time.Duration;
import java.util.Optional;

/**
 * A provider's "too many", classified.
 *
 * @param limit the limit it named; {@link Dimension#REQUESTS_PER_MINUTE} when it did not say
 * @param statedDelay how long it asked to be left alone, empty when it did not say
 */
public record ProviderRejection(Dimension limit, Optional<Duration> statedDelay) {

    public ProviderRejection {
        if (statedDelay.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("statedDelay must not be negative but was: " + statedDelay.get());
        }
    }

    /** A rejection without a stated delay. */
    public static ProviderRejection of(Dimension limit) {
        return new ProviderRejection(limit, Optional.empty());
    }
}
