package io.mapwright.llmgateway.quota;

import io.smallrye.mutiny.Uni;

/**
 * Admission to the providers, shared by all replicas of the gateway.
 *
 * <p>Thread-safe. Nothing here blocks. A decision covers every limit of the scope at once: a request that is refused or
 * still waits has consumed nothing in any of them.
 */
public interface Quota {

    /**
     * Asks for one call, waiting in line for at most {@link AdmissionRequest#patience()}.
     *
     * <p>Each subscription is a request of its own. Cancelling it withdraws the request: a waiting one leaves the line, and
     * a permit that was granted but not yet delivered goes back unused.
     *
     * @param request what is asked for; the destination must be one that the accounting profiles know
     * @return the answer; never fails for a full quota or an unreachable store (those are {@link Admission.Refused}), fails
     *     with {@link UnknownDestinationException} when no accounting profile covers the destination
     */
    Uni<Admission> admit(AdmissionRequest request);

    /**
     * Tells all replicas that the provider rejected a call although a permit was held. Returns at once; a report that cannot
     * be shared right away still takes effect in this replica and travels with the next exchange.
     *
     * @param destination the destination that answered
     * @param rejection which limit the provider named, and when it wants to be asked again
     */
    void report(Destination destination, ProviderRejection rejection);

    /**
     * The state of the scope that counts this destination, as fresh as the last exchange with the ledger (at most about one
     * second old).
     *
     * @param destination any destination of the scope
     * @return fails with {@link UnknownDestinationException} when no accounting profile covers the destination
     */
    Uni<QuotaSnapshot> snapshot(Destination destination);
}
