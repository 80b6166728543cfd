package io.mapwright.llmgateway.quota;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.UniSubscriber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/** The quota as kept in a {@link Ledger} per scope, with one scheduler per scope in this replica. */
public final class LedgerQuota implements Quota {

    private volatile AccountingProfiles profiles;
    private final Ledgers ledgers;
    private final String session;
    private final RandomGenerator random;
    private final QuotaEvents events;
    private final ConcurrentMap<QuotaScope, Desk> desks = new ConcurrentHashMap<>();

    /**
     * @param session this run of this replica, different in every process
     * @param random spreads the moments at which refused callers come back
     */
    public LedgerQuota(
            AccountingProfiles profiles, Ledgers ledgers, String session, RandomGenerator random, QuotaEvents events) {
        this.profiles = profiles;
        this.ledgers = ledgers;
        this.session = session;
        this.random = random;
        this.events = events;
    }

    /** Opens the ledgers of all scopes that configuration names, so that their first callers meet settled ones. */
    public void open() {
        profiles.namedScopes().forEach(this::desk);
    }

    /**
     * Goes on with other limits and weights. What is counted, held and waiting stays; a scope that configuration no longer
     * knows keeps the rules it had.
     */
    void follow(AccountingProfiles fresh) {
        profiles = fresh;
        desks.forEach((scope, desk) -> {
            if (fresh.knows(scope.provider())) {
                desk.rules.replace(fresh.rulesOf(scope));
                desk.timeline.execute(desk.scheduler::followRules);
            }
        });
    }

    /** Refuses whoever waits and takes leave of the ledgers; calls under way keep their permits until they end. */
    public void close() {
        desks.values().forEach(desk -> desk.timeline.execute(desk.scheduler::leave));
    }

    @Override
    public Uni<Admission> admit(AdmissionRequest request) {
        return Uni.createFrom().deferred(() -> {
            var desk = desk(profiles.scopeOf(request.destination()));
            long cost = desk.rules.get().costOf(request.tokens());
            var tooSmall = desk.rules.get().limits().tooSmallFor(cost);
            if (tooSmall.isPresent()) {
                var limit = tooSmall.get();
                return Uni.createFrom().item(new Admission.NeverAdmissible(limit.getKey(), limit.getValue(), cost));
            }
            return new AbstractUni<>() {
                @Override
                public void subscribe(UniSubscriber<? super Admission> subscriber) {
                    enter(desk, request, cost, subscriber);
                }
            };
        });
    }

    private static void enter(
            Desk desk, AdmissionRequest request, long cost, UniSubscriber<? super Admission> subscriber) {
        var timeline = desk.timeline;
        var waiter = new Waiter(request, cost, timeline.micros(), timeline.caller(), subscriber);
        waiter.onWithdrawal(() -> timeline.execute(() -> desk.scheduler.withdraw(waiter)));
        subscriber.onSubscribe(waiter);
        timeline.execute(() -> desk.scheduler.arrive(waiter));
    }

    @Override
    public void report(Destination destination, ProviderRejection rejection) {
        var desk = desk(profiles.scopeOf(destination));
        desk.timeline.execute(() -> desk.scheduler.report(rejection));
    }

    @Override
    public Uni<QuotaSnapshot> snapshot(Destination destination) {
        return Uni.createFrom().deferred(() -> {
            var desk = desk(profiles.scopeOf(destination));
            var caller = desk.timeline.caller();
            return Uni.createFrom()
                    .emitter(emitter -> desk.timeline.execute(() -> {
                        var alone = List.of(new QuotaSnapshot.Holder(session, desk.scheduler.held(), Duration.ZERO));
                        desk.ledger
                                .holders()
                                .whenComplete((holders, failure) -> desk.timeline.execute(() -> {
                                    var snapshot =
                                            snapshotOf(desk, failure != null || holders.isEmpty() ? alone : holders);
                                    caller.execute(() -> emitter.complete(snapshot));
                                }));
                    }));
        });
    }

    private QuotaSnapshot snapshotOf(Desk desk, List<QuotaSnapshot.Holder> holders) {
        var state = desk.scheduler.state();
        var usage = new ArrayList<QuotaSnapshot.Usage>();
        desk.rules.get().published().forEach((dimension, limit) -> usage.add(usage(dimension, limit, state)));
        var waiting = new EnumMap<PriorityClass, Long>(PriorityClass.class);
        for (var priority : PriorityClass.values()) {
            waiting.put(priority, state.waiting().get(priority.ordinal()));
        }
        return new QuotaSnapshot(
                desk.rules.get().scope(),
                desk.scheduler.mode(),
                usage,
                state.held(),
                holders,
                waiting,
                Duration.ofNanos(state.coolDown() * 1000));
    }

    private static QuotaSnapshot.Usage usage(Dimension dimension, long limit, LedgerReply.ScopeState state) {
        return switch (dimension) {
            case REQUESTS_PER_MINUTE -> new QuotaSnapshot.Usage(dimension, limit, state.requestLimit(), state.used());
            case TOKENS_PER_MINUTE -> new QuotaSnapshot.Usage(dimension, limit, state.tokenLimit(), state.tokensUsed());
            case CONCURRENCY -> new QuotaSnapshot.Usage(dimension, limit, state.slotLimit(), state.held());
            case REQUESTS_PER_DAY -> new QuotaSnapshot.Usage(dimension, limit, limit, state.dayUsed());
            case TOKENS_PER_DAY -> new QuotaSnapshot.Usage(dimension, limit, limit, state.dayTokensUsed());
            default -> new QuotaSnapshot.Usage(dimension, limit, limit, 0);
        };
    }

    private Desk desk(QuotaScope scope) {
        return desks.computeIfAbsent(scope, name -> {
            var rules = new RulesInForce(profiles.rulesOf(name));
            var timeline = ledgers.timelineOf(name);
            var ledger = ledgers.ledgerOf(rules);
            var scheduler = new ReplicaScheduler(
                    rules, ledger, timeline, session, organization -> profiles.weightOf(organization), random, events);
            timeline.execute(scheduler::join);
            return new Desk(rules, ledger, timeline, scheduler);
        });
    }

    private record Desk(RulesInForce rules, Ledger ledger, Timeline timeline, ReplicaScheduler scheduler) {}
}
