package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.util.function.Supplier;

/** Work done in rounds: one after the other for as long as each gets done all it found. */
final class Rounds {

    private Rounds() {}

    /**
     * Works through what there is.
     *
     * @param round one round; true when there may be more to do
     * @param outage is told of a failure, which ends the work until the next time
     */
    static Uni<Void> untilDone(Supplier<Uni<Boolean>> round, OutageLog outage) {
        return Multi.createBy()
                .repeating()
                .<Boolean>uni(round::get)
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    outage.began(failure);
                    return Uni.createFrom().voidItem();
                });
    }
}
