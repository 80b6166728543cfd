package io.mapwright.llmgateway.quota;

import java.util.ArrayDeque;

/**
 * Permits on the way to their callers. One that nobody has looked at after a while got lost: the caller withdrew and an
 * operator between here and there dropped it without a word. It goes back. Confined to its {@link Timeline}.
 */
final class UntakenPermits {

    private static final long LOST_AFTER = 3_000_000;

    private final ArrayDeque<Admission.Granted> delivered = new ArrayDeque<>(); // oldest first
    private final ArrayDeque<Long> moments = new ArrayDeque<>(); // of their delivery
    private final Timeline timeline;
    private final Alarm alarm;

    UntakenPermits(Timeline timeline) {
        this.timeline = timeline;
        alarm = new Alarm(timeline, this::takeBackLost);
    }

    void add(Admission.Granted granted) {
        delivered.addLast(granted);
        moments.addLast(timeline.micros());
        alarm.setNoLaterThan(moments.getFirst() + LOST_AFTER);
    }

    private void takeBackLost() {
        while (!delivered.isEmpty() && moments.getFirst() + LOST_AFTER <= timeline.micros()) {
            moments.removeFirst();
            var granted = delivered.removeFirst();
            if (!granted.isTaken()) {
                granted.permit().release(); // charged: it cannot be told from a call that is about to be sent
            }
        }
        if (!moments.isEmpty()) {
            alarm.set(moments.getFirst() + LOST_AFTER);
        }
    }
}
