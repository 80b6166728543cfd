package io.mapwright.feedback.submission;

import io.smallrye.mutiny.Uni;

/** Counts each sender's submissions over a sliding window, for all replicas together. */
public interface SubmissionLimit {

    /**
     * Counts one submission of {@code sender}, unless the window is full.
     *
     * @return fails when the counts cannot be reached in time; then it is unknown whether one was counted
     */
    Uni<Allowance> take(Sender sender);

    /**
     * Undoes a count whose submission came to nothing. Giving back twice, or after the window has passed, changes
     * nothing.
     *
     * @return fails when the counts cannot be reached; then the count stays until the window has passed
     */
    Uni<Void> giveBack(Sender sender, Allowance.Granted granted);
}
