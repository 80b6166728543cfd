package io.mapwright.voice.session;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

import java.util.List;
import java.util.Optional;

/** Lets one turn after the other be given up from outside. */
final class Interruptible {

    private final BroadcastProcessor<Step> interruptions = BroadcastProcessor.create();

    /**
     * The events of {@code turn} until it ends or {@link #interrupt} is called; then {@code instead} follows and the turn
     * is cancelled.
     */
    Multi<ServerEvent> until(Multi<ServerEvent> turn, ServerEvent instead) {
        Multi<Step> steps = turn.<Step>map(Step.Event::new).onCompletion().continueWith(new Step.End(Optional.empty()));
        return Multi.createBy()
                .merging()
                .streams(steps, interruptions.map(interruption -> new Step.End(Optional.of(instead))))
                .onItem()
                .<Step>transformToIterable(Interruptible::lastEventFirst)
                .select()
                .first(step -> step instanceof Step.Event)
                .map(step -> ((Step.Event) step).event());
    }

    /** Gives up the turn that is going on, if any. */
    void interrupt() {
        interruptions.onNext(new Step.End(Optional.empty()));
    }

    private static List<Step> lastEventFirst(Step step) {
        return step instanceof Step.End end && end.last().isPresent()
                ? List.of(new Step.Event(end.last().get()), new Step.End(Optional.empty()))
                : List.of(step);
    }

    private sealed interface Step {

        record Event(ServerEvent event) implements Step {}

        /** Nothing comes after this, but one event may come before it. */
        record End(Optional<ServerEvent> last) implements Step {}
    }
}
