package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.LogicalModel;
import io.mapwright.llmgateway.catalogue.ModelCatalogue;
import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.Ability;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers chat requests. */
@Singleton
public final class CompletionService {

    private final ModelCatalogue catalogue;
    private final Guides guides;
    private final CallMetrics metrics;

    CompletionService(ModelCatalogue catalogue, Guides guides, CallMetrics metrics) {
        this.catalogue = catalogue;
        this.guides = guides;
        this.metrics = metrics;
    }

    /**
     * Answers a request, trying other routes and trying again as far as its deadline, the providers' advice and the budget
     * for retries allow. Cancelling withdraws it wherever it is: in line, at the provider, or between two attempts.
     *
     * @return never fails for anything that providers, quotas or the caller's clock do
     */
    public Uni<CompletionAnswer> complete(CompletionRequest request) {
        Optional<LogicalModel> model = catalogue.find(request.model());
        if (model.isEmpty()) {
            return refused(new Refusal.UnknownModel(request.model(), catalogue.names()));
        }
        List<Route> able = model.get().routes().stream()
                .filter(route -> route.provider().missing(request.abilities()).isEmpty())
                .toList();
        if (able.isEmpty()) {
            return refused(new Refusal.Unsupported(
                    request.model(), firstMissing(model.get(), request).member()));
        }
        return Uni.createFrom()
                .deferred(() -> new Journey(request, able, guides).proceed())
                .invoke(answer -> measure(request, answer));
    }

    private static Ability firstMissing(LogicalModel model, CompletionRequest request) {
        return model.routes().stream()
                .flatMap(route -> route.provider().missing(request.abilities()).stream())
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static Uni<CompletionAnswer> refused(Refusal refusal) {
        return Uni.createFrom().item(new CompletionAnswer.Refused(refusal, Passage.NONE));
    }

    private void measure(CompletionRequest request, CompletionAnswer answer) {
        Duration stay = Duration.between(request.receivedAt(), guides.now());
        switch (answer) {
            case CompletionAnswer.Whole whole ->
                metrics.answered(label(request), "", stay, whole.passage().overhead());
            case CompletionAnswer.Streaming streaming ->
                metrics.answered(label(request), "", stay, streaming.passage().overhead());
            case CompletionAnswer.Refused refused ->
                metrics.answered(
                        label(request),
                        name(refused.refusal()),
                        stay,
                        refused.passage().overhead());
        }
    }

    /** Callers may name any model of a provider; a metric must not have as many series as they have ideas. */
    private String label(CompletionRequest request) {
        return catalogue.names().contains(request.model()) ? request.model() : "other";
    }

    private static String name(Refusal refusal) {
        return switch (refusal) {
            case Refusal.ProviderFailed failed -> failed.failure().category().wireName();
            case Refusal.Busy busy -> "busy";
            case Refusal.DeadlinePassed passed -> "deadline";
            case Refusal.NoRoute none -> "no_route";
            case Refusal.TooLarge large -> "too_large";
            case Refusal.UnknownModel unknown -> "unknown_model";
            case Refusal.Unsupported unsupported -> "unsupported";
        };
    }
}
