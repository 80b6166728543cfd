package io.mapwright.llmgateway.metering;

import io.smallrye.mutiny.Uni;

import java.util.List;
import java.util.Set;

/** The open calls of all replicas, and which replicas live. Every operation fails when the store cannot be reached. */
public interface OpenCalls {

    /** Says that this replica lives. */
    Uni<Void> beat();

    /** Replicas that had open calls and have not said for a while that they live; never this one. */
    Uni<Set<String>> silentReplicas();

    /** Some open calls of a replica, at most {@code most}. */
    Uni<List<OpenCall>> of(String replica, int most);

    /**
     * Closes a call of a silent replica, once: whoever takes the open record away puts the event into the outbox.
     *
     * @return whether it was this call that closed it
     */
    Uni<Boolean> expire(String replica, UsageEvent event);

    /** Forgets a replica that has no open calls. */
    Uni<Void> forget(String replica);
}
