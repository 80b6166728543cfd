package io.mapwright.feedback.moderation;

import io.smallrye.mutiny.Uni;

/** All feedback, as administrators read and change it. All methods fail when the database cannot be reached. */
public interface FeedbackDesk {

    /** One page, newest first; an empty one beyond the last. */
    Uni<Listing> list(Listing.Query query);

    /** Applies {@code change} in one transaction; renewing a mail requests it anew through the outbox. */
    Uni<Change.Outcome> apply(Change change);
}
