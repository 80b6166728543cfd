package io.mapwright.llmgateway.quota.simulation;

import io.mapwright.llmgateway.quota.AccountingProfiles;
import io.mapwright.llmgateway.quota.Ledger;
import io.mapwright.llmgateway.quota.LedgerQuota;
import io.mapwright.llmgateway.quota.Ledgers;
import io.mapwright.llmgateway.quota.QuotaEvents;
import io.mapwright.llmgateway.quota.QuotaScope;
import io.mapwright.llmgateway.quota.ScopeRules;
import io.mapwright.llmgateway.quota.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One process of the gateway, as far as the quota goes. */
final class SimulatedReplica {

    private final String session;
    private final LedgerQuota quota;
    private final List<Runnable> onDeath = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Long> sends = new ArrayList<>();
    private boolean alive = true;

    private record Expected(long by, boolean[] answered) {}

    /** Where a replica finds its ledger. */
    interface LedgerSource {

        Ledger ledger(ScopeRules rules, Timeline timeline, BooleanSupplier alive);
    }

    SimulatedReplica(
            String session,
            AccountingProfiles profiles,
            LedgerSource ledgers,
            VirtualTime time,
            Random random,
            QuotaEvents events) {
        this.session = session;
        var timeline = time.timeline(() -> alive, random.nextInt(1_000_000_000));
        quota = new LedgerQuota(
                profiles,
                new Ledgers() {
                    @Override
                    public Ledger ledgerOf(Supplier<ScopeRules> rules) {
                        return ledgers.ledger(rules.get(), timeline, () -> alive);
                    }

                    @Override
                    public Timeline timelineOf(QuotaScope scope) {
                        return timeline;
                    }
                },
                session,
                new Random(random.nextLong()),
                events);
        quota.open();
    }

    String session() {
        return session;
    }

    LedgerQuota quota() {
        return quota;
    }

    boolean alive() {
        return alive;
    }

    void onDeath(Runnable task) {
        onDeath.add(task);
    }

    void die() {
        alive = false;
        onDeath.forEach(Runnable::run);
    }

    void sent(long now) {
        sends.addLast(now);
    }

    /** Calls of a dead replica that only the ledger remembers. */
    long sentAfter(long moment) {
        return alive ? 0 : sends.stream().filter(sent -> sent > moment).count();
    }

    /** A caller wants to hear something by a moment, as long as the replica lives. */
    void expectAnswer(long by, boolean[] answered) {
        expected.add(new Expected(by, answered));
    }

    /** Callers that were never answered. */
    long forgotten() {
        return alive ? expected.stream().filter(caller -> !caller.answered()[0]).count() : 0;
    }
}
