package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.ProviderFailure;
import io.mapwright.llmgateway.provider.UnknownCodes;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.ProviderRejection;
import io.mapwright.llmgateway.quota.Quota;
import io.mapwright.llmgateway.routing.Breakers;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Tells the quota and the breakers how a route behaved. */
@Singleton
final class Feedback {

    private final Quota quota;
    private final Breakers breakers;
    private final UnknownCodes unknown;
    private final AdmissionMetrics metrics;

    Feedback(Quota quota, Breakers breakers, UnknownCodes unknown, AdmissionMetrics metrics) {
        this.quota = quota;
        this.breakers = breakers;
        this.unknown = unknown;
        this.metrics = metrics;
    }

    void succeeded(Route route) {
        breakers.succeeded(route);
    }

    /** Nothing was sent. */
    void unused(Route route) {
        breakers.released(route);
    }

    void failed(Route route, Diagnosis diagnosis) {
        unknown.note(route.provider().id(), diagnosis);
        ProviderFailure failure = diagnosis.failure();
        if (failure.category().isRouteSuspect() && !isCallersDeadline(failure)) {
            breakers.failed(route);
        } else {
            breakers.released(route);
        }
        limit(failure).ifPresent(dimension -> {
            metrics.rejected(route.provider().id(), dimension);
            quota.report(
                    route.destination(),
                    new ProviderRejection(dimension, failure.signal().statedDelay()));
        });
    }

    private static boolean isCallersDeadline(ProviderFailure failure) {
        return failure instanceof ProviderFailure.TimedOut timedOut
                && timedOut.phase() == ProviderFailure.Phase.DEADLINE;
    }

    private static Optional<Dimension> limit(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.ConcurrencyLimited full -> Optional.of(Dimension.CONCURRENCY);
            case ProviderFailure.RateLimited rate ->
                Optional.of(
                        switch (rate.limit()) {
                            case REQUESTS -> Dimension.REQUESTS_PER_MINUTE;
                            case TOKENS -> Dimension.TOKENS_PER_MINUTE;
                            case BURST -> Dimension.GROWTH;
                        });
            default -> Optional.empty();
        };
    }
}
