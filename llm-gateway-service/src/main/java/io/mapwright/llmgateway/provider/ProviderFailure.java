package io.mapwright.llmgateway.provider;

import java.time.Duration;

/**
 * Why a provider did not answer, in terms that are the same for all of them. A value, not an exception: providers fail as a
 * matter of course.
 */
public sealed interface ProviderFailure {

    /** What the provider said. */
    ErrorSignal signal();

    /** The kind, for events, metrics and users. */
    Category category();

    /** What may be tried next. */
    RetryAdvice advice();

    /** Too many requests or tokens in some span of time. */
    record RateLimited(ErrorSignal signal, Limit limit) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.RATE_LIMITED;
        }

        @Override
        public RetryAdvice advice() {
            Duration stated = signal.statedDelay().orElse(Duration.ZERO);
            return new RetryAdvice(2, stated, Duration.ofSeconds(5), Duration.ofSeconds(30), true);
        }
    }

    /** Too many calls at the same time; a place is free when one of them ends. */
    record ConcurrencyLimited(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.CONCURRENCY_LIMITED;
        }

        @Override
        public RetryAdvice advice() {
            Duration stated = signal.statedDelay().orElse(Duration.ZERO);
            return new RetryAdvice(2, stated, Duration.ofSeconds(2), Duration.ofSeconds(30), true);
        }
    }

    /** The account's money or allowance is spent. */
    record QuotaExhausted(ErrorSignal signal, Renewal renewal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.QUOTA_EXHAUSTED;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.ELSEWHERE;
        }
    }

    /** The provider does not accept what was asked. */
    record InvalidRequest(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.INVALID_REQUEST;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.NEVER;
        }
    }

    /** Moderation refused the prompt or the answer. */
    record ContentFiltered(ErrorSignal signal, Side side) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.CONTENT_FILTERED;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.NEVER;
        }
    }

    /** Our credential or our permission is not good. */
    record CredentialRefused(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.AUTH;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.ELSEWHERE;
        }
    }

    /** The provider has no such model, or not for us. */
    record ModelUnknown(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.MODEL_NOT_FOUND;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.ELSEWHERE;
        }
    }

    /** The prompt does not fit the model. */
    record ContextTooLong(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.CONTEXT_TOO_LONG;
        }

        @Override
        public RetryAdvice advice() {
            return RetryAdvice.NEVER;
        }
    }

    /** The provider has no capacity at the moment. */
    record Overloaded(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.OVERLOADED;
        }

        @Override
        public RetryAdvice advice() {
            Duration stated = signal.statedDelay().orElse(Duration.ZERO);
            return new RetryAdvice(2, stated, Duration.ofSeconds(1), Duration.ofSeconds(8), true);
        }
    }

    /** No answer in time, by the provider's clock or by ours. */
    record TimedOut(ErrorSignal signal, Phase phase) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.TIMEOUT;
        }

        @Override
        public RetryAdvice advice() {
            return new RetryAdvice(1, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4), true);
        }
    }

    /** Something broke at the provider or on the way. */
    record ServerError(ErrorSignal signal) implements ProviderFailure {
        @Override
        public Category category() {
            return Category.SERVER_ERROR;
        }

        @Override
        public RetryAdvice advice() {
            return new RetryAdvice(2, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4), true);
        }
    }

    /** Which limit a rate rejection is about. */
    enum Limit {
        REQUESTS,
        TOKENS,
        BURST
    }

    /** When an exhausted quota comes back. */
    enum Renewal {
        BY_PAYMENT,
        NEXT_DAY
    }

    /** Which side of the conversation moderation refused. */
    enum Side {
        INPUT,
        OUTPUT
    }

    /** Where the time went. */
    enum Phase {
        CONNECT,
        FIRST_BYTE,
        IDLE,
        /** The caller's own deadline: says nothing about the provider. */
        DEADLINE,
        PROVIDER
    }
}
