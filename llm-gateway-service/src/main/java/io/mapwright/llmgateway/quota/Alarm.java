package io.mapwright.llmgateway.quota;

/** One task that is due at one moment at most; setting it again moves it. */
final class Alarm {

    private static final Runnable NONE = () -> {};

    private final Timeline timeline;
    private final Runnable task;
    private long due = Long.MAX_VALUE;
    private Runnable cancel = NONE;

    Alarm(Timeline timeline, Runnable task) {
        this.timeline = timeline;
        this.task = task;
    }

    /** Moves the alarm to a moment of the timeline, earlier or later. */
    void set(long micros) {
        if (micros == due) {
            return;
        }
        clear();
        due = micros;
        cancel = timeline.schedule(micros - timeline.micros(), this::ring);
    }

    /** Moves the alarm forward; does nothing when it is due sooner anyway. */
    void setNoLaterThan(long micros) {
        if (micros < due) {
            set(micros);
        }
    }

    void clear() {
        cancel.run();
        cancel = NONE;
        due = Long.MAX_VALUE;
    }

    private void ring() {
        due = Long.MAX_VALUE;
        cancel = NONE;
        task.run();
    }
}
