package io.mapwright.feedback.submission;

import io.smallrye.mutiny.Uni;

import java.util.UUID;

/** Where feedback is kept, together with the debt of a mail about it. */
public interface FeedbackStore {

    /**
     * Keeps {@code feedback} and, in the same transaction, the request to mail it.
     *
     * @return the feedback's id, once both are durable; fails with {@link StoreUnavailableException} when the
     *     database cannot be reached in time, and then at
     *     worst both were stored without anybody knowing
     */
    Uni<UUID> store(Feedback feedback);
}
