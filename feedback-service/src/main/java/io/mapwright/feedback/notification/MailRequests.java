package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

/** The way of mail requests to whoever sends the mails. */
public interface MailRequests {

    /**
     * Publishes one event.
     *
     * @return completes when all in-sync replicas of the broker have it; fails when they have not said so in time, and
     *     then they may have it or not
     */
    Uni<Void> publish(MailRequested event);
}
