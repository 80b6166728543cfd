package io.mapwright.llmgateway.metering;

import io.smallrye.mutiny.Uni;

import java.util.List;

/** Events on their way to the topic, in the order in which their calls ended. Shared by all replicas. */
public interface Outbox {

    /**
     * The oldest events, if this replica is the one that relays at the moment: the role is taken by whoever asks first and
     * kept as long as its holder keeps asking.
     *
     * @param most upper bound of the answer, from 1 up
     * @return empty when there are none or another replica relays; fails when the store cannot be reached
     */
    Uni<List<Entry>> next(int most);

    /** Removes what was published. Removing an entry twice is no mistake. */
    Uni<Void> remove(List<Entry> published);

    /**
     * One event.
     *
     * @param position its place in the outbox
     * @param eventId its id
     * @param key the organization, empty for callers without one
     * @param json the event as the topic's schema describes it
     */
    record Entry(String position, String eventId, String key, String json) {}
}
