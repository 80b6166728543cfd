package io.mapwright.llmgateway.provider;

import java.util.function.Function;

/** What an error code can mean: the right-hand side of an {@link ErrorTable}. */
public enum Meaning {
    TOO_MANY_REQUESTS(signal -> new ProviderFailure.RateLimited(signal, ProviderFailure.Limit.REQUESTS)),
    TOO_MANY_TOKENS(signal -> new ProviderFailure.RateLimited(signal, ProviderFailure.Limit.TOKENS)),
    TOO_SUDDEN(signal -> new ProviderFailure.RateLimited(signal, ProviderFailure.Limit.BURST)),
    TOO_MANY_AT_ONCE(ProviderFailure.ConcurrencyLimited::new),
    MONEY_SPENT(signal -> new ProviderFailure.QuotaExhausted(signal, ProviderFailure.Renewal.BY_PAYMENT)),
    DAY_SPENT(signal -> new ProviderFailure.QuotaExhausted(signal, ProviderFailure.Renewal.NEXT_DAY)),
    INVALID(ProviderFailure.InvalidRequest::new),
    CONTENT_OF_PROMPT(signal -> new ProviderFailure.ContentFiltered(signal, ProviderFailure.Side.INPUT)),
    CONTENT_OF_ANSWER(signal -> new ProviderFailure.ContentFiltered(signal, ProviderFailure.Side.OUTPUT)),
    CREDENTIAL(ProviderFailure.CredentialRefused::new),
    NO_SUCH_MODEL(ProviderFailure.ModelUnknown::new),
    TOO_LONG(ProviderFailure.ContextTooLong::new),
    NO_CAPACITY(ProviderFailure.Overloaded::new),
    TOO_SLOW(signal -> new ProviderFailure.TimedOut(signal, ProviderFailure.Phase.PROVIDER)),
    BROKEN(ProviderFailure.ServerError::new);

    private final Function<ErrorSignal, ProviderFailure> failure;

    Meaning(Function<ErrorSignal, ProviderFailure> failure) {
        this.failure = failure;
    }

    /** The failure that {@code signal} is under this meaning. */
    public ProviderFailure of(ErrorSignal signal) {
        return failure.apply(signal);
    }
}
