package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Which mails are still to be sent. Shared by all replicas; a mail is held by at most one of them at a time, and by
 * nobody else until its lease is over. All methods fail when the database cannot be reached, and change nothing then
 * that is not settled by trying again.
 */
public interface OwedMails {

    /**
     * Makes the mail about {@code feedbackId} due at once, unless it is already due, being sent, or settled.
     *
     * @return whether the feedback exists
     */
    Uni<Boolean> owe(UUID feedbackId);

    /**
     * Takes up to {@code most} due mails for one attempt, the longest due first; also those whose holder has let its
     * lease pass.
     */
    Uni<List<OwedMail>> claim(int most, Duration lease);

    /** Settles {@code mail}: the mail server has taken it. Changes nothing when the lease has passed to another. */
    Uni<Void> sent(OwedMail mail);

    /** Lets {@code mail} be tried again after {@code delay}. Changes nothing when the lease has passed to another. */
    Uni<Void> tryAgain(OwedMail mail, Duration delay, String reason);

    /** Settles {@code mail} as failed. Changes nothing when the lease has passed to another. */
    Uni<Void> giveUp(OwedMail mail, String reason);
}
