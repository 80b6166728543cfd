package io.mapwright.llmgateway.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What this replica holds and has spent, as it will report it. Confined to the scheduler's thread. */
final class Books {

    private final Supplier<ScopeRules> rules;
    private final SentHistory history = new SentHistory();
    private final SentHistory alone = new SentHistory(); // without the ledger
    private final SentHistory telling = new SentHistory(); // the part of it that the report under way tells

    private long held;
    private long reserved;
    private long received;
    private long settled;
    private long generation;
    private List<LedgerCall.Spending> returned = new ArrayList<>();

    Books(Supplier<ScopeRules> rules) {
        this.rules = rules;
    }

    LedgerCall.Holdings holdings() {
        return new LedgerCall.Holdings(held, reserved, received, settled);
    }

    long held() {
        return held;
    }

    long generation() {
        return generation;
    }

    /** The ledger was lost, so that what was returned to it has no place any more. */
    void follow(long newGeneration) {
        if (generation != newGeneration) {
            generation = newGeneration;
            returned.clear();
        }
    }

    /** Slots to give back; they are told once only because a slot that goes back twice would open the limit. */
    List<LedgerCall.Spending> takeReturned() {
        var taken = returned;
        returned = new ArrayList<>();
        return taken;
    }

    /** What was sent during the last window. */
    List<LedgerCall.Spending> sent(long now) {
        return history.within(rules.get().limits().window(), now);
    }

    /** What was sent without the ledger during the last window and has not been {@linkplain #told() told} yet. */
    List<LedgerCall.Spending> sentAlone(long now) {
        alone.moveTo(telling);
        return telling.within(rules.get().limits().window(), now);
    }

    /** The ledger has taken the last report. */
    void told() {
        telling.clear();
    }

    void receive(BookedSlot slot) {
        received += slot.mode() == Admission.Mode.LEDGER ? 1 : 0;
        held++;
        reserved += reservedBy(slot.group().cost());
    }

    /** A slot went to a caller. */
    void use(BookedSlot slot, long cost, long now) {
        long surplus = slot.group().cost() - cost;
        reserved -= reservedBy(surplus);
        long charged = rules.get().limits().chargedAtStart() ? cost : 0;
        history.add(now, 1, charged);
        if (slot.mode() == Admission.Mode.LOCAL_SHARE) {
            alone.add(now, 1, charged);
        } else if (rules.get().limits().chargedAtStart()) {
            giveBack(slot, 0, surplus);
        }
    }

    /** A slot found no caller in time. */
    void discard(BookedSlot slot) {
        held--;
        reserved -= reservedBy(slot.group().cost());
        giveBack(slot, 1, rules.get().limits().chargedAtStart() ? slot.group().cost() : 0);
    }

    /** A call has ended; says how many tokens it was charged in the end. */
    long settle(HeldPermit permit, CallEnding ending, long now) {
        held--;
        reserved -= reservedBy(permit.cost());
        long chargedBefore = rules.get().limits().chargedAtStart() ? permit.cost() : 0;
        return switch (ending) {
            case CallEnding.Completed completed -> spend(completed.usage().total(), now);
            case CallEnding.UsageUnknown unknown -> spend(permit.cost(), now);
            case CallEnding.NotSent notSent -> giveBack(permit.slot(), 1, chargedBefore);
            case CallEnding.Rejected rejected ->
                rules.get().failedCallsCount() ? chargedBefore : giveBack(permit.slot(), 1, chargedBefore);
        };
    }

    private long spend(long tokens, long now) {
        if (rules.get().limits().countsTokens() && !rules.get().limits().chargedAtStart()) {
            settled += tokens;
            history.add(now, 0, tokens);
        }
        return tokens;
    }

    private long reservedBy(long cost) {
        return rules.get().limits().chargedAtStart() ? 0 : cost;
    }

    private long giveBack(BookedSlot slot, long requests, long tokens) {
        if (slot.mode() == Admission.Mode.LEDGER && slot.generation() == generation && (requests != 0 || tokens != 0)) {
            returned.add(new LedgerCall.Spending(slot.ledgerTime(), requests, tokens));
        }
        return 0;
    }
}
