package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.routing.RetryBudget;
import io.mapwright.llmgateway.routing.Router;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What every {@link Journey} asks for its way, and tells about it afterwards. */
@Singleton
final class Guides {

    private final Router router;
    private final RetryBudget budget;
    private final Dispatch dispatch;
    private final CompletionConfig config;
    private final Feedback feedback;
    private final InstantSource clock;
    private final RandomGenerator chance;

    Guides(
            Router router,
            RetryBudget budget,
            Dispatch dispatch,
            CompletionConfig config,
            Feedback feedback,
            InstantSource clock,
            RandomGenerator chance) {
        this.router = router;
        this.budget = budget;
        this.dispatch = dispatch;
        this.config = config;
        this.feedback = feedback;
        this.clock = clock;
        this.chance = chance;
    }

    Router router() {
        return router;
    }

    RetryBudget budget() {
        return budget;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    CompletionConfig config() {
        return config;
    }

    RandomGenerator chance() {
        return chance;
    }

    Instant now() {
        return clock.instant();
    }

    void succeeded(Route route) {
        feedback.succeeded(route);
    }

    void unused(Route route) {
        feedback.unused(route);
    }

    void failed(Route route, Diagnosis diagnosis) {
        feedback.failed(route, diagnosis);
    }
}
