package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this replica may spend by itself while the ledger is away: its part of a reduced limit, spread evenly, so that all
 * replicas together stay below the limit without hearing of each other.
 *
 * <p>It begins only after a hold-off. By then a burst that was spent just before has left as much room in the window as it
 * took, and the ledger, if only this replica is cut off, has noticed its silence and keeps its part free.
 */
final class LocalShare {

    private static final long SILENCE_IS_NOTICED = 1_200_000; // after the promised moment
    private static final long PATIENCE = 600_000; // one late answer is no outage
    private static final long BUCKET = 100_000;

    private final Supplier<ScopeRules> rules;
    private final Timeline timeline;

    private ScopeState lastState = ScopeState.UNKNOWN;
    private long answeredAt;
    private long promise;
    private long ledgerTime; // at answeredAt
    private boolean everAnswered;

    LocalShare(Supplier<ScopeRules> rules, Timeline timeline) {
        this.rules = rules;
        this.timeline = timeline;
        answeredAt = timeline.micros();
    }

    /** The ledger has answered a call that was sent at this moment and promised the next one within this time. */
    void ledgerAnswered(LedgerReply.Served reply, long sentAt, long promised) {
        lastState = reply.state();
        ledgerTime = reply.now();
        answeredAt = sentAt;
        promise = promised;
        everAnswered = true;
    }

    /** The moment from which this replica may live on its share, if the ledger, which has just not answered, stays away. */
    long begins() {
        var pacing = rules.get().limits().pacing();
        long burst = (long) (pacing.burst() * pacing.spacing());
        long holdOff = answeredAt + Math.max(promise + SILENCE_IS_NOTICED, burst);
        return Math.max(holdOff, timeline.micros() + PATIENCE);
    }

    /** A ledger with this replica's share; empty when the share is less than one call. */
    Optional<LocalLedger> open() {
        long replicas = everAnswered
                ? Math.max(1, lastState.live())
                : rules.get().alone().replicas();
        long rank = everAnswered ? lastState.rank() : replicas - 1;
        return limits(replicas, rank)
                .map(limits -> new LocalLedger(
                        () -> limits,
                        rules.get().floors(),
                        timeline::micros,
                        grid(replicas, rank, limits.pacing().spacing())));
    }

    private Optional<ScopeLimits> limits(long replicas, long rank) {
        var whole = rules.get().limits();
        var shares = new Shares(replicas, rank);
        long requests = shares.of(whole.requests());
        long tokens = shares.of(whole.tokens());
        long dayRequests = shares.of(whole.dayRequests(), lastState.dayUsed());
        long dayTokens = shares.of(whole.dayTokens(), lastState.dayTokensUsed());
        long concurrency = shares.of(whole.concurrency());
        if (shares.isOneEmpty) {
            return Optional.empty();
        }
        double stretch = replicas / rules.get().alone().share();
        var pacing = whole.pacing();
        double spacing =
                Math.max(pacing.spacing() * stretch, requests == 0 ? 0 : (double) (whole.window() + BUCKET) / requests);
        return Optional.of(new ScopeLimits(
                whole.version(),
                requests,
                tokens,
                dayRequests,
                dayTokens,
                concurrency,
                whole.window(),
                new ScopeLimits.Pacing(
                        spacing,
                        1,
                        pacing.tokenSpacing() * stretch,
                        pacing.tokenBurst(),
                        pacing.lead(),
                        pacing.lowLead(),
                        0,
                        pacing.useBy()),
                whole.chargedAtStart(),
                whole.coolDown()));
    }

    private TurnGrid grid(long replicas, long rank, double spacing) {
        if (!everAnswered || spacing <= 0) {
            return TurnGrid.ANY_MOMENT;
        }
        double phase = spacing * rank / replicas;
        double sinceTurn = (ledgerTime - phase) % spacing;
        return new TurnGrid(answeredAt - (long) sinceTurn, spacing);
    }

    /** Divides limits so that the parts of all ranks add up to the reduced limit and not to one call more. */
    private final class Shares {

        private final long replicas;
        private final long rank;
        private boolean isOneEmpty;

        private Shares(long replicas, long rank) {
            this.replicas = replicas;
            this.rank = rank;
        }

        private long of(long limit) {
            return of(limit, 0);
        }

        private long of(long limit, long used) {
            if (limit == 0) {
                return 0;
            }
            long together =
                    (long) Math.floor((limit - used) * rules.get().alone().share());
            long mine = together / replicas + (rank < together % replicas ? 1 : 0);
            isOneEmpty |= mine <= 0;
            return mine;
        }
    }
}
