package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.Admission.Reason;
import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * This replica's side of one scope: its line of callers and the slots that the ledger granted to it.
 *
 * <p>A slot is bound to a caller when it is due and not before, so that an urgent late-comer is not kept waiting by a slot
 * that was booked for somebody else. Confined to its {@link Timeline}.
 */
final class ReplicaScheduler implements Conversation.Party {

    private static final Duration SHORT_NOTICE = Duration.ofMillis(50);
    private static final Duration ACTIVE_FOR = Duration.ofSeconds(70);
    private static final Duration SHORTEST_PATIENCE = Duration.ofMillis(50); // one exchange
    private static final int DOWN_AFTER_FAILURES = 2;

    private final ScopeRules rules;
    private final Timeline timeline;
    private final ToDoubleFunction<String> weights;
    private final WaitForecast forecast;
    private final Conversation conversation;
    private final String session;

    private final Line line = new Line();
    private final Books books;
    private final PriorityQueue<BookedSlot> booked = new PriorityQueue<>(Comparator.comparingLong(BookedSlot::due));
    private final Alarm slotAlarm;
    private final Alarm patienceAlarm;
    private final Map<PriorityClass, Long> registered =
            new EnumMap<>(PriorityClass.class); // callers the ledger knows of

    private List<LedgerCall.Rejection> rejections = new ArrayList<>();
    private ScopeState state = ScopeState.UNKNOWN;
    private long permits;
    private long activeUntil;
    private boolean leaving;

    ReplicaScheduler(
            ScopeRules rules,
            Ledger ledger,
            Timeline timeline,
            String session,
            ToDoubleFunction<String> weights,
            WaitForecast forecast) {
        this.rules = rules;
        this.timeline = timeline;
        this.session = session;
        this.weights = weights;
        this.forecast = forecast;
        books = new Books(rules);
        slotAlarm = new Alarm(timeline, this::useDueSlots);
        patienceAlarm = new Alarm(timeline, this::dismissTheImpatient);
        conversation = new Conversation(ledger, timeline, session, this, 1);
    }

    /** Makes itself known to the ledger, so that the first caller meets one that has settled. */
    void join() {
        conversation.callSoon();
    }

    /** Answers at once when waiting is hopeless, else puts the caller in line. */
    void arrive(Waiter waiter) {
        if (waiter.hasLeft()) {
            return;
        }
        var refusal = refusalOf(waiter);
        if (refusal.isPresent()) {
            waiter.leave();
            waiter.answer(refusal.get());
            return;
        }
        activeUntil = timeline.micros() + micros(ACTIVE_FOR);
        line.join(waiter);
        patienceAlarm.setNoLaterThan(patienceEnds(waiter));
        if (!ledgerExpectsMeFor(waiter.priority())) {
            conversation.callSoon();
        }
    }

    void withdraw(Waiter waiter) {
        if (line.contains(waiter)) {
            line.remove(waiter);
        } else {
            waiter.leave();
        }
    }

    void end(HeldPermit permit, CallEnding ending) {
        books.settle(permit, ending, timeline.micros());
        if (state.slotLimit() >= 0 && state.held() >= state.slotLimit()) {
            conversation.callSoon(); // somebody may wait for just this one
        } else if (state.slotLimit() >= 0 || rules.limits().countsTokens()) {
            conversation.callWithin(SHORT_NOTICE);
        }
    }

    void report(ProviderRejection rejection) {
        rejections.add(new LedgerCall.Rejection(
                rejection.limit(),
                rejection.statedDelay().map(ReplicaScheduler::micros).orElse(-1L)));
        conversation.callSoon();
    }

    /** Refuses whoever waits and takes leave of the ledger; calls under way keep their permits. */
    void leave() {
        leaving = true;
        line.everybody().forEach(waiter -> refuse(waiter, Reason.SHUTTING_DOWN));
        conversation.callSoon();
    }

    ScopeState state() {
        return state;
    }

    long held() {
        return books.held();
    }

    @Override
    public LedgerCall.Report report(boolean lost) {
        var groups = leaving ? List.<LedgerCall.Group>of() : line.groups(timeline.micros(), weights);
        for (var priority : PriorityClass.values()) {
            registered.put(priority, 0L);
        }
        groups.forEach(group -> registered.merge(group.priority(), group.count(), Long::sum));
        var told = rejections;
        rejections = new ArrayList<>();
        boolean active = !line.isEmpty() || books.held() > 0 || timeline.micros() < activeUntil;
        return new LedgerCall.Report(
                leaving,
                micros(active ? rules.pulse().heartbeat() : rules.pulse().idleHeartbeat()),
                books.holdings(),
                books.takeReturned(),
                lost ? books.sent(timeline.micros()) : books.sentAlone(timeline.micros()),
                told,
                groups);
    }

    @Override
    public void served(LedgerCall.Report report, LedgerReply.Served reply, long sentAt) {
        state = reply.state();
        books.follow(reply.generation());
        books.told();
        long now = timeline.micros();
        for (var slot : reply.slots()) {
            var group = report.groups().get(slot.group());
            var bookedSlot = new BookedSlot(
                    now + slot.delay(),
                    sentAt + slot.delay() + rules.limits().pacing().useBy(),
                    group,
                    slot.firm(),
                    reply.generation(),
                    reply.now() + slot.delay());
            registered.merge(group.priority(), -1L, Long::sum);
            books.receive(bookedSlot);
            booked.add(bookedSlot);
        }
        useDueSlots();
        if (somebodyIsNotExpected()) {
            conversation.callSoon();
        }
    }

    @Override
    public void unanswered(LedgerCall.Report report, int callsInARow) {
        rejections.addAll(report.rejections());
        if (callsInARow == DOWN_AFTER_FAILURES) {
            line.everybody().forEach(waiter -> refuse(waiter, Reason.LEDGER_UNAVAILABLE));
        }
    }

    private void useDueSlots() {
        long now = timeline.micros();
        while (!booked.isEmpty() && booked.peek().due() <= now) {
            use(booked.remove(), now);
        }
        if (!booked.isEmpty()) {
            slotAlarm.set(booked.peek().due());
        }
    }

    private void use(BookedSlot slot, long now) {
        var waiter = now > slot.useBy() ? Optional.<Waiter>empty() : callerFor(slot);
        if (waiter.isEmpty()) {
            books.discard(slot);
            conversation.callWithin(SHORT_NOTICE);
            return;
        }
        var caller = waiter.get();
        line.remove(caller);
        books.use(slot, caller.cost(), now);
        var permit = new HeldPermit(session + "-" + ++permits, slot, caller.cost(), this::endLater);
        caller.grant(permit, now, Admission.Mode.LEDGER);
    }

    private Optional<Waiter> callerFor(BookedSlot slot) {
        var group = slot.group();
        return slot.firm()
                ? line.first(group.priority(), group.organization(), group.cost())
                : line.firstOfAll(group.organization(), group.cost());
    }

    private void endLater(HeldPermit permit, CallEnding ending) {
        timeline.execute(() -> end(permit, ending));
    }

    /** Whether the ledger has somebody as urgent on its list, so that it calls this replica anyway. */
    private boolean ledgerExpectsMeFor(PriorityClass priority) {
        for (var other : PriorityClass.values()) {
            if (other.compareTo(priority) <= 0 && registered.get(other) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean somebodyIsNotExpected() {
        for (var priority : PriorityClass.values()) {
            if (line.size(priority) > 0) {
                return !ledgerExpectsMeFor(priority);
            }
        }
        return false;
    }

    private Optional<Admission> refusalOf(Waiter waiter) {
        var priority = waiter.priority();
        if (leaving) {
            return Optional.of(refusal(priority, Reason.SHUTTING_DOWN));
        }
        if (conversation.failures() >= DOWN_AFTER_FAILURES) {
            return Optional.of(refusal(priority, Reason.LEDGER_UNAVAILABLE));
        }
        if (line.size(priority) >= rules.line().length()) {
            return Optional.of(refusal(priority, Reason.LINE_FULL));
        }
        long patience = patienceEnds(waiter) - waiter.arrived();
        if (state.coolDown() > patience) {
            return Optional.of(refusal(priority, Reason.PROVIDER_COOLING_DOWN));
        }
        if (waitOf(priority) > patience) {
            return Optional.of(refusal(priority, Reason.WAIT_TOO_LONG));
        }
        return Optional.empty();
    }

    private void dismissTheImpatient() {
        long now = timeline.micros();
        for (var next = line.mostPressed(); next.isPresent(); next = line.mostPressed()) {
            if (patienceEnds(next.get()) > now) {
                patienceAlarm.set(patienceEnds(next.get()));
                return;
            }
            refuse(next.get(), Reason.PATIENCE_ENDED);
        }
    }

    private void refuse(Waiter waiter, Reason reason) {
        line.remove(waiter);
        waiter.answer(refusal(waiter.priority(), reason));
    }

    private Admission refusal(PriorityClass priority, Reason reason) {
        return new Admission.Refused(
                reason, forecast.limitOf(state), forecast.jittered(Duration.ofNanos(waitOf(priority) * 1000)));
    }

    private long waitOf(PriorityClass priority) {
        long aheadHere = 0;
        for (var other : PriorityClass.values()) {
            aheadHere += other.compareTo(priority) <= 0 ? line.size(other) : 0;
        }
        return forecast.waitOf(priority, state, aheadHere);
    }

    private long patienceEnds(Waiter waiter) {
        long longest = waiter.arrived() + micros(rules.line().longestWait());
        long shortest = waiter.arrived() + micros(SHORTEST_PATIENCE);
        return Math.max(shortest, Math.min(longest, waiter.deadline()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
