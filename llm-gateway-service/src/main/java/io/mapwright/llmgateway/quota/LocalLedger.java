package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.LedgerReply.Obstacle;
import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A ledger in this process for one session: all of the quota in a single process, and the share that a replica lives on
 * while the shared ledger is away. It serves by the same rules as the shared one, which tests hold against it. Confined to
 * the scheduler's thread; times are microseconds of that thread's timeline.
 */
public final class LocalLedger implements Ledger {

    private static final long BUCKET = 100_000;
    private static final long DAY_BUCKET = 600_000_000L;
    private static final long DAY = 86_400_000_000L;
    private static final long MINUTE = 60_000_000;
    private static final long LONGEST_COME_BACK = 1_000_000;
    private static final double LATELY = 64; // calls over which shares are averaged
    private static final long DAY_REJECTED = 600_000_000L;

    private final Supplier<ScopeLimits> limitsInForce;
    private final LongSupplier micros;
    private final FairOrder order;
    private final PacingClock requestClock = new PacingClock();
    private final PacingClock tokenClock = new PacingClock();
    private final LoweredLimit requestShare = new LoweredLimit();
    private final LoweredLimit tokenShare = new LoweredLimit();
    private final LoweredLimit slotShare = new LoweredLimit();
    private final Window minute;
    private final Window day = new Window(DAY, DAY_BUCKET);

    private final TurnGrid turns;
    private final double[] taken = new double[2]; // shares of the first two classes in the calls granted lately

    private ScopeLimits limits; // as of the exchange under way
    private long settled = -1; // before the first report
    private long reserved;
    private long coolUntil;

    /** Requests and tokens of one period. */
    private static final class Window {

        private final RollingWindow requests;
        private final RollingWindow tokens;

        private Window(long length, long bucket) {
            requests = new RollingWindow(length, bucket);
            tokens = new RollingWindow(length, bucket);
        }

        private void add(long at, long calls, long spent) {
            requests.add(at, calls);
            tokens.add(at, spent);
        }
    }

    /**
     * @param limits asked at every exchange, as they may change
     * @param micros the timeline's clock
     */
    public LocalLedger(Supplier<ScopeLimits> limits, ScopeRules.Floors floors, LongSupplier micros) {
        this(limits, floors, micros, TurnGrid.ANY_MOMENT);
    }

    /** @param turns the moments at which calls may be made */
    LocalLedger(Supplier<ScopeLimits> limits, ScopeRules.Floors floors, LongSupplier micros, TurnGrid turns) {
        this.turns = turns;
        limitsInForce = limits;
        this.limits = limits.get();
        this.micros = micros;
        order = new FairOrder(floors);
        minute = new Window(this.limits.window(), BUCKET);
        coolUntil = micros.getAsLong();
    }

    @Override
    public CompletionStage<LedgerReply> exchange(LedgerCall call) {
        return CompletableFuture.completedFuture(serve(call.report()));
    }

    @Override
    public void onWake(String session, LongConsumer wake) {
        // Nobody else takes slots here, so nobody has to be woken.
    }

    /** Grants nothing before a moment. */
    void restUntil(long moment) {
        coolUntil = Math.max(coolUntil, moment);
    }

    private LedgerReply serve(LedgerCall.Report report) {
        long now = micros.getAsLong();
        limits = limitsInForce.get();
        minute.requests.sum(now);
        minute.tokens.sum(now);
        takeIn(report, now);
        var round = new Round(report, now);
        round.serve();
        reserved = round.reserved;
        return new LedgerReply.Served(1, now, round.comeBack(), round.obstacle, 0, round.state(), round.slots);
    }

    private void takeIn(LedgerCall.Report report, long now) {
        var holdings = report.holdings();
        if (settled < 0) { // what was held and spent before it opened is not its business
            settled = holdings.settled();
            reserved = holdings.reserved();
        }
        long newlySettled = Math.max(0, holdings.settled() - settled);
        settled = holdings.settled();
        charge(now, 0, newlySettled);
        report.unknown().forEach(spent -> charge(now - spent.at(), spent.requests(), spent.tokens()));
        report.returned().forEach(back -> charge(back.at(), -back.requests(), -back.tokens()));
        if (!limits.chargedAtStart()) {
            long estimated = Math.max(0, reserved - holdings.reserved());
            tokenClock.correct((newlySettled - estimated) * limits.pacing().tokenSpacing());
        }
        report.rejections().forEach(rejection -> learn(rejection, holdings, now));
    }

    private void charge(long at, long requests, long tokens) {
        minute.add(at, requests, tokens);
        if (limits.dayRequests() > 0 || limits.dayTokens() > 0) {
            day.add(at, requests, tokens);
        }
    }

    private void learn(LedgerCall.Rejection rejection, LedgerCall.Holdings holdings, long now) {
        double perMinute = (double) MINUTE / limits.window();
        long unstated = limits.coolDown();
        switch (rejection.limit()) {
            case REQUESTS_PER_MINUTE ->
                lower(requestShare, minute.requests.sum(now) * perMinute, limits.requests(), now);
            case TOKENS_PER_MINUTE -> {
                long used = minute.tokens.sum(now) + holdings.reserved();
                lower(tokenShare, used * perMinute, limits.tokens(), now);
            }
            case CONCURRENCY -> {
                lower(slotShare, Math.max(1, holdings.held() - 1), limits.concurrency(), now);
                unstated = 0;
            }
            case REQUESTS_PER_DAY, TOKENS_PER_DAY -> unstated = DAY_REJECTED;
            case REQUESTS_PER_SECOND, TOKENS_PER_SECOND, GROWTH, USER_TOKENS_PER_DAY, ORGANIZATION_TOKENS_PER_DAY -> {
                // the cool-down alone answers these
            }
        }
        restUntil(now + (rejection.delay() >= 0 ? rejection.delay() : unstated));
    }

    private static void lower(LoweredLimit share, double used, long limit, long now) {
        if (limit > 0) {
            share.lower(used / limit, now);
        }
    }

    private static long orInfinite(long limit) {
        return limit > 0 ? limit : Long.MAX_VALUE;
    }

    /** One exchange: grants slots in the order of service until a limit is reached. */
    private final class Round {

        private final long now;
        private final List<FairOrder.Group> groups = new ArrayList<>();
        private final List<LedgerReply.Slot> slots = new ArrayList<>();
        private final long requestLimit;
        private final long tokenLimit;
        private final long slotLimit;
        private final double spacing;
        private final double burstAhead;
        private Obstacle obstacle = Obstacle.IDLE;
        private long held;
        private long reserved;
        private double turn;
        private long lead;

        private Round(LedgerCall.Report report, long now) {
            this.now = now;
            for (var group : report.groups()) {
                groups.add(new FairOrder.Group(group, groups.size()));
            }
            held = report.holdings().held();
            reserved = report.holdings().reserved();
            double share = requestShare.share(now);
            requestLimit = Math.max(1, (long) (orInfinite(limits.requests()) * share));
            tokenLimit = (long) (orInfinite(limits.tokens()) * tokenShare.share(now));
            slotLimit = Math.max(1, (long) (orInfinite(limits.concurrency()) * slotShare.share(now)));
            spacing = limits.pacing().spacing() / share;
            burstAhead = (limits.pacing().burst() - 1) * spacing;
        }

        private void serve() {
            for (var next = order.next(groups); next.isPresent(); next = order.next(groups)) {
                var group = next.get().group().described();
                obstacle = obstacleTo(group);
                if (obstacle != Obstacle.IDLE) {
                    if (obstacle == Obstacle.WINDOW || obstacle == Obstacle.COOLING) {
                        requestClock.forfeit(Math.max(now, coolUntil), burstAhead);
                    }
                    return;
                }
                grant(next.get());
            }
        }

        private Obstacle obstacleTo(LedgerCall.Group group) {
            if (now < coolUntil) {
                return Obstacle.COOLING;
            }
            if (held >= slotLimit) {
                return Obstacle.CONCURRENCY;
            }
            if (minute.requests.sum(now) >= requestLimit) {
                return Obstacle.WINDOW;
            }
            if (minute.tokens.sum(now) + reserved + group.cost() > tokenLimit) {
                return Obstacle.TOKENS;
            }
            if (day.requests.sum(now) >= orInfinite(limits.dayRequests())
                    || day.tokens.sum(now) + group.cost() > orInfinite(limits.dayTokens())) {
                return Obstacle.DAY;
            }
            var pacing = limits.pacing();
            lead = group.priority() == PriorityClass.INTERACTIVE ? pacing.lead() : pacing.lowLead();
            turn = turns.notBefore(
                    Math.max(requestClock.earliest(now, burstAhead), tokenClock.earliest(now, pacing.tokenBurst())));
            return turn > now + lead ? Obstacle.PACE : Obstacle.IDLE;
        }

        private void grant(FairOrder.Next next) {
            var group = next.group().described();
            slots.add(new LedgerReply.Slot(
                    Math.max(0, (long) turn - now), next.group().index(), next.owed()));
            requestClock.take(turn, spacing);
            tokenClock.take(turn, group.cost() * limits.pacing().tokenSpacing() / tokenShare.share(now));
            held++;
            charge((long) turn, 1, limits.chargedAtStart() ? group.cost() : 0);
            reserved += limits.chargedAtStart() ? 0 : group.cost();
            order.serve(next, groups, price(group));
            for (int i = 0; i < taken.length; i++) {
                taken[i] += ((group.priority().ordinal() == i ? 1 : 0) - taken[i]) / LATELY;
            }
        }

        private double price(LedgerCall.Group group) {
            return limits.requests() > 0 && limits.tokens() > 0
                    ? Math.max(1, (double) group.cost() * limits.requests() / limits.tokens())
                    : 1;
        }

        private long comeBack() {
            if (groups.stream().noneMatch(group -> group.count() > 0)) {
                return 0;
            }
            double delay =
                    switch (obstacle) {
                        case COOLING -> coolUntil - now;
                        case WINDOW -> minute.requests.untilRoom(now);
                        case TOKENS -> minute.tokens.untilRoom(now);
                        case PACE -> turn - now - lead;
                        case CONCURRENCY, DAY, SETTLING, IDLE -> LONGEST_COME_BACK;
                    };
            return (long) Math.ceil(Math.max(2_000, Math.min(delay, LONGEST_COME_BACK)));
        }

        private long nextTurn() {
            double paced = Math.max(
                    requestClock.earliest(now - MINUTE, burstAhead),
                    tokenClock.earliest(now - MINUTE, limits.pacing().tokenBurst()));
            return (long) paced - now;
        }

        private ScopeState state() {
            var waiting = new ArrayList<Long>();
            for (var priority : PriorityClass.values()) {
                waiting.add(groups.stream()
                        .filter(group -> group.described().priority() == priority)
                        .mapToLong(FairOrder.Group::count)
                        .sum());
            }
            return new ScopeState(
                    1,
                    0,
                    0,
                    minute.requests.sum(now),
                    minute.tokens.sum(now) + reserved,
                    held,
                    limits.requests() > 0 ? requestLimit : -1,
                    limits.tokens() > 0 ? tokenLimit : -1,
                    limits.concurrency() > 0 ? slotLimit : -1,
                    day.requests.sum(now),
                    day.tokens.sum(now),
                    Math.max(0, coolUntil - now),
                    Math.max(0, coolUntil - now),
                    (long) Math.ceil(spacing),
                    nextTurn(),
                    List.of((long) (1000 * taken[0]), (long) (1000 * taken[1])),
                    waiting);
        }
    }
}
