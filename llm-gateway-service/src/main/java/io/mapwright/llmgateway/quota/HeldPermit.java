package io.mapwright.llmgateway.quota;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** A permit of this replica. */
final class HeldPermit implements Permit {

    private final String id;
    private final BookedSlot slot;
    private final long cost;
    private final long since;
    private final BiConsumer<HeldPermit, CallEnding> onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean taken;

    HeldPermit(String id, BookedSlot slot, long cost, long since, BiConsumer<HeldPermit, CallEnding> onEnd) {
        this.id = id;
        this.slot = slot;
        this.cost = cost;
        this.since = since;
        this.onEnd = onEnd;
    }

    @Override
    public String id() {
        return id;
    }

    /** The slot it was granted with. */
    BookedSlot slot() {
        return slot;
    }

    /** Tokens set aside for the call. */
    long cost() {
        return cost;
    }

    /** The moment at which it was granted. */
    long since() {
        return since;
    }

    /** It has reached its caller. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }

    @Override
    public void end(CallEnding ending) {
        if (ended.compareAndSet(false, true)) {
            onEnd.accept(this, ending);
        }
    }
}
