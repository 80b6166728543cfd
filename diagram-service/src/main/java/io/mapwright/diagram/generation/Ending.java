package io.mapwright.diagram.generation;

import io.smallrye.mutiny.Multi;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Streams that end with an event of their own, although parts of them, such as clocks, would go on. */
public final class Ending {

    private Ending() {}

    /** {@code events} up to and including the first that is the {@code last}; what feeds it is cancelled then. */
    public static <T> Multi<T> with(Predicate<? super T> last, Multi<T> events) {
        return Multi.createFrom().deferred(() -> {
            var over = new AtomicBoolean();
            return events.onItem()
                    .transformToMultiAndConcatenate(event -> last.test(event)
                            // The repetition behind the last event is what the selection stops at.
                            ? Multi.createFrom().items(event, event)
                            : Multi.createFrom().item(event))
                    .select()
                    .first(event -> !last.test(event) || over.compareAndSet(false, true));
        });
    }
}
