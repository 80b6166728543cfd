package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An outbox without a database. */
final class InMemoryMailOutbox implements MailOutbox {

    private final InstantSource time;
    private final Map<MailRequested, Instant> dueAt = new LinkedHashMap<>();

    InMemoryMailOutbox(InstantSource time) {
        this.time = time;
    }

    synchronized UUID store() {
        var event = new MailRequested(UUID.randomUUID(), UUID.randomUUID(), time.instant());
        dueAt.put(event, time.instant());
        return event.feedbackId();
    }

    synchronized int size() {
        return dueAt.size();
    }

    @Override
    public synchronized Uni<List<MailRequested>> claim(int most, Duration lease) {
        var now = time.instant();
        var claimed = dueAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        claimed.forEach(event -> dueAt.put(event, now.plus(lease)));
        return Uni.createFrom().item(claimed);
    }

    @Override
    public synchronized Uni<Void> remove(List<MailRequested> published) {
        published.forEach(dueAt::remove);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> postpone(List<MailRequested> unpublished, Duration delay) {
        unpublished.forEach(event -> dueAt.put(event, time.instant().plus(delay)));
        return Uni.createFrom().voidItem();
    }
}
