package io.mapwright.llmgateway.quota;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Slots that were granted and are not due yet. Confined to its {@link Timeline}. */
final class SlotBook {

    private final PriorityQueue<BookedSlot> booked = new PriorityQueue<>(Comparator.comparingLong(BookedSlot::due));
    private final Timeline timeline;
    private final Consumer<BookedSlot> onDue;
    private final Alarm alarm;

    SlotBook(Timeline timeline, Consumer<BookedSlot> onDue) {
        this.timeline = timeline;
        this.onDue = onDue;
        alarm = new Alarm(timeline, this::serveDue);
    }

    void add(BookedSlot slot) {
        booked.add(slot);
    }

    /** Slots granted to a class and not used yet. */
    int countOf(PriorityClass priority) {
        return (int) booked.stream()
                .filter(slot -> slot.group().priority() == priority)
                .count();
    }

    /** The same for one organization in it. */
    int countOf(PriorityClass priority, String organization) {
        return (int) booked.stream()
                .filter(slot -> slot.group().priority() == priority
                        && slot.group().organization().equals(organization))
                .count();
    }

    /** Hands over the slots that are due; the others follow when they are. */
    void serveDue() {
        long now = timeline.micros();
        while (!booked.isEmpty() && booked.peek().due() <= now) {
            onDue.accept(booked.remove());
        }
        if (!booked.isEmpty()) {
            alarm.set(booked.peek().due());
        }
    }

    /** Hands over all slots, due or not, and forgets them. */
    void clear(Consumer<BookedSlot> dropped) {
        booked.forEach(dropped);
        booked.clear();
        alarm.clear();
    }
}
