package io.mapwright.llmgateway.quota;

import java.time.Duration;

/** What the quota tells whoever counts. Called on the schedulers' threads: implementations return at once. */
public interface QuotaEvents {

    /** Nobody counts. */
    QuotaEvents NONE = new QuotaEvents() {};

    /** A caller got its permit. */
    default void granted(QuotaScope scope, PriorityClass priority, Admission.Granted granted) {}

    /** A caller was refused. */
    default void refused(QuotaScope scope, PriorityClass priority, Admission.Refused refused) {}

    /** A caller went away before it was answered. */
    default void withdrawn(QuotaScope scope, PriorityClass priority) {}

    /**
     * A call ended.
     *
     * @param reserved tokens that had been set aside for it
     * @param spent tokens it was charged in the end
     */
    default void ended(QuotaScope scope, long reserved, long spent) {}

    /** A slot found no caller, or came too late for one, and went back. */
    default void slotUnused(QuotaScope scope) {}

    /** A provider rejected a call although it held a permit. */
    default void rejected(QuotaScope scope, ProviderRejection rejection) {}

    /** The ledger answered, this long after it was called. */
    default void answered(QuotaScope scope, Duration roundTrip) {}

    /** The ledger did not answer. */
    default void unanswered(QuotaScope scope) {}
}
