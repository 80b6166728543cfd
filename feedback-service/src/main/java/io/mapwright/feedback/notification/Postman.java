package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

/** Hands mails to the mail server. */
public interface Postman {

    /**
     * Sends {@code letter}.
     *
     * @return completes when the mail server has taken responsibility for it; fails when it has not said so within the
     *     configured limit, and then it may have taken it or not
     */
    Uni<Void> deliver(Letter letter);
}
