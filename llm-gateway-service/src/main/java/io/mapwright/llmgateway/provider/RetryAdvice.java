package io.mapwright.llmgateway.provider;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What may be tried after a failure.
 *
 * @param retries how often the same route may be tried again; zero for never
 * @param atLeast the provider's own word on the wait, zero when it said nothing
 * @param backoff upper bound of the random wait before the first retry; it doubles with each further one
 * @param cap no wait is longer
 * @param elsewhere whether another provider may do better with the same request
 */
public record RetryAdvice(int retries, Duration atLeast, Duration backoff, Duration cap, boolean elsewhere) {

    /** The request itself is at fault: no provider would take it. */
    public static final RetryAdvice NEVER = new RetryAdvice(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, false);

    /** This route is out of the question, another may serve. */
    public static final RetryAdvice ELSEWHERE = new RetryAdvice(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, true);

    public RetryAdvice {
        if (retries < 0 || atLeast.isNegative() || backoff.isNegative() || cap.isNegative()) {
            throw new IllegalArgumentException("retry advice must not be negative but was: " + retries + " retries, "
                    + atLeast + ", " + backoff + ", " + cap);
        }
    }

    /** Whether the same route may be tried again. */
    public boolean isRetryable() {
        return retries > 0;
    }

    /**
     * The wait before a retry: what the provider stated, plus full jitter over the doubled backoff.
     *
     * @param retry 1 for the first retry
     * @return between {@link #atLeast} and {@code atLeast + cap}
     */
    public Duration delayBefore(int retry, RandomGenerator random) {
        long window = backoff.toMillis() << Math.min(20, Math.max(0, retry - 1));
        long bounded = Math.min(window, cap.toMillis());
        return atLeast.plusMillis(bounded == 0 ? 0 : random.nextLong(bounded + 1));
    }
}
