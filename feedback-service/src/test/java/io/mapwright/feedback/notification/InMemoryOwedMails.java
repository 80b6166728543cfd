package io.mapwright.feedback.notification;

import io.smallrye.mutiny.Uni;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Owed mails without a database. */
final class InMemoryOwedMails implements OwedMails {

    enum State {
        UNASKED,
        DUE,
        HELD,
        SENT,
        FAILED
    }

    /** Where a mail stands; {@code since} is when it is due again while DUE or HELD. */
    record Debt(State state, Instant owedSince, Instant since, int attempts, Optional<UUID> lease) {}

    private final InstantSource time;
    private final Map<UUID, Debt> debts = new LinkedHashMap<>();

    InMemoryOwedMails(InstantSource time) {
        this.time = time;
    }

    synchronized UUID feedback() {
        UUID id = UUID.randomUUID();
        var now = time.instant();
        debts.put(id, new Debt(State.UNASKED, now, now, 0, Optional.empty()));
        return id;
    }

    synchronized State state(UUID id) {
        return debts.get(id).state();
    }

    @Override
    public synchronized Uni<Boolean> owe(UUID id) {
        var debt = debts.get(id);
        if (debt != null && debt.state() == State.UNASKED) {
            debts.put(id, new Debt(State.DUE, debt.owedSince(), time.instant(), 0, Optional.empty()));
        }
        return Uni.createFrom().item(debt != null);
    }

    @Override
    public synchronized Uni<List<OwedMail>> claim(int most, Duration lease) {
        var now = time.instant();
        var claimed = new ArrayList<OwedMail>();
        for (var entry : debts.entrySet()) {
            var debt = entry.getValue();
            boolean open = debt.state() == State.DUE || debt.state() == State.HELD;
            if (open && !debt.since().isAfter(now) && claimed.size() < most) {
                UUID token = UUID.randomUUID();
                var held = new Debt(
                        State.HELD, debt.owedSince(), now.plus(lease), debt.attempts() + 1, Optional.of(token));
                entry.setValue(held);
                claimed.add(new OwedMail(
                        entry.getKey(),
                        token,
                        held.attempts(),
                        Duration.between(held.owedSince(), now),
                        Mails.content()));
            }
        }
        return Uni.createFrom().item(claimed);
    }

    @Override
    public Uni<Void> sent(OwedMail mail) {
        return settle(mail, State.SENT, Duration.ZERO);
    }

    @Override
    public Uni<Void> tryAgain(OwedMail mail, Duration delay, String reason) {
        return settle(mail, State.DUE, delay);
    }

    @Override
    public Uni<Void> giveUp(OwedMail mail, String reason) {
        return settle(mail, State.FAILED, Duration.ZERO);
    }

    private synchronized Uni<Void> settle(OwedMail mail, State state, Duration delay) {
        debts.computeIfPresent(
                mail.feedbackId(),
                (id, debt) -> debt.lease().filter(mail.lease()::equals).isEmpty()
                        ? debt
                        : new Debt(
                                state,
                                debt.owedSince(),
                                time.instant().plus(delay),
                                debt.attempts(),
                                Optional.empty()));
        return Uni.createFrom().voidItem();
    }
}
