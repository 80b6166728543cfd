package io.mapwright.llmgateway.catalogue;

import io.mapwright.llmgateway.provider.Provider;
import io.mapwright.llmgateway.quota.Destination;

/**
 * One way to reach a model.
 *
 * @param provider whom to call
 * @param model the provider's own name of the model
 * @param weight share among the routes of the same rank, from 1 up
 * @param rank 1 for the first choice
 */
public record Route(Provider provider, String model, int weight, int rank) {

    public Route {
        if (weight < 1 || rank < 1) {
            throw new IllegalArgumentException("weight and rank start at 1 but were: " + weight + " and " + rank);
        }
        // Refuses names that the quota cannot keep.
        Destination.of(provider.id().value(), model);
    }

    /** What the quota calls it. */
    public Destination destination() {
        return Destination.of(provider.id().value(), model);
    }

    /** Its name in metrics, logs and the breaker. */
    public String name() {
        return provider.id() + "/" + model;
    }
}
