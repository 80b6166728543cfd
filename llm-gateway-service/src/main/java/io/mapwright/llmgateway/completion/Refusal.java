package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.provider.ProviderFailure;
import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.Dimension;

import java.time.Duration;
import java.util.Set;

/** Why a request gets no answer. */
public sealed interface Refusal {

    /** There is no such model; {@code known} are those there are. */
    record UnknownModel(String asked, Set<String> known) implements Refusal {}

    /** No provider of the model has what {@code member} asks for. */
    record Unsupported(String model, String member) implements Refusal {}

    /** The request alone is larger than a limit of the provider. */
    record TooLarge(Dimension limit, long allowed, long asked) implements Refusal {}

    /** Not now. */
    record Busy(Admission.Reason reason, Duration retryAfter) implements Refusal {}

    /** The breakers of all routes are open. */
    record NoRoute(Duration retryAfter) implements Refusal {}

    /** The caller's time is over. */
    record DeadlinePassed() implements Refusal {}

    /** The provider failed, and no further attempt was allowed or of use. */
    record ProviderFailed(ProviderId provider, ProviderFailure failure) implements Refusal {}
}
