package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.util.List;

/**
 * Events stored together with the facts they tell, until the broker has acknowledged them. Shared by all replicas; no
 * two hold the same event at the same time. All methods fail when the database cannot be reached.
 */
public interface MailOutbox {

    /**
     * Leases up to {@code most} events that nobody holds, the longest waiting first.
     *
     * @param lease how long nobody else gets them; an event that is neither {@linkplain #remove removed} nor
     *     {@linkplain #postpone postponed} by then can be claimed again
     */
    Uni<List<MailRequested>> claim(int most, Duration lease);

    /** Forgets events that the broker has acknowledged. */
    Uni<Void> remove(List<MailRequested> published);

    /** Gives events back; they can be claimed again after {@code delay}. */
    Uni<Void> postpone(List<MailRequested> unpublished, Duration delay);
}
