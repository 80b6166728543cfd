package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.Admission.Mode;
import io.mapwright.llmgateway.quota.Admission.Reason;
import io.mapwright.llmgateway.quota.LedgerReply.ScopeState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

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

    private final Supplier<ScopeRules> rules;
    private final Timeline timeline;
    private final ToDoubleFunction<String> weights;
    private final WaitForecast forecast;
    private final QuotaEvents events;
    private final Conversation shared;
    private final LocalShare localShare;
    private final String session;

    private final Line line = new Line();
    private final Books books;
    private final SlotBook booked;
    private final UntakenPermits untaken;
    private final List<Waiter> newcomers = new ArrayList<>(); // whose wait was computed before the ledger heard of them
    private final Alarm patienceAlarm;
    private final Alarm aloneAlarm;
    private final Registrations registrations = new Registrations();

    private List<LedgerCall.Rejection> rejections = new ArrayList<>();
    private List<LedgerCall.Rejection> rejectionsAlone = new ArrayList<>(); // for the local share to learn from
    private ScopeState state = ScopeState.UNKNOWN;
    private long permits;
    private long activeUntil;
    private Optional<Conversation> alone = Optional.empty(); // with the local share, while the ledger is away
    private boolean stranded; // without the ledger, and the local share is less than one call
    private boolean leaving;

    ReplicaScheduler(
            Supplier<ScopeRules> rules,
            Ledger ledger,
            Timeline timeline,
            String session,
            ToDoubleFunction<String> weights,
            RandomGenerator random,
            QuotaEvents events) {
        this.rules = rules;
        this.timeline = timeline;
        this.session = session;
        this.weights = weights;
        this.events = events;
        forecast = new WaitForecast(rules.get().floors(), random);
        books = new Books(rules);
        booked = new SlotBook(timeline, this::use);
        untaken = new UntakenPermits(timeline);
        patienceAlarm = new Alarm(timeline, this::dismissTheImpatient);
        aloneAlarm = new Alarm(timeline, this::liveAlone);
        localShare = new LocalShare(rules, timeline);
        shared = new Conversation(ledger, timeline, session, this, 1);
    }

    /** Makes itself known to the ledger, so that the first caller meets one that has settled. */
    void join() {
        shared.callSoon();
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
        newcomers.add(waiter);
        patienceAlarm.setNoLaterThan(patienceEnds(waiter));
        if (!conversation().isCalling() && !registrations.cover(waiter.priority())) {
            conversation().callSoon();
        }
    }

    /** The rules are others now; the ledger hears of them at once. */
    void followRules() {
        conversation().callSoon();
    }

    void withdraw(Waiter waiter) {
        if (line.contains(waiter)) {
            line.remove(waiter);
            events.withdrawn(rules.get().scope(), waiter.priority());
        } else {
            waiter.leave();
        }
    }

    void end(HeldPermit permit, CallEnding ending) {
        long now = timeline.micros();
        long spent = books.settle(permit, ending, now);
        forecast.held(now - permit.since());
        events.ended(rules.get().scope(), permit.cost(), spent);
        if (state.slotLimit() >= 0 && state.held() >= state.slotLimit()) {
            conversation().callSoon(); // somebody may wait for just this one
        } else if (state.slotLimit() >= 0 || rules.get().limits().countsTokens()) {
            conversation().callWithin(SHORT_NOTICE);
        }
    }

    void report(ProviderRejection rejection) {
        var told = new LedgerCall.Rejection(
                rejection.limit(),
                rejection.statedDelay().map(ReplicaScheduler::micros).orElse(-1L));
        events.rejected(rules.get().scope(), rejection);
        rejections.add(told);
        if (alone.isPresent()) {
            rejectionsAlone.add(told);
        }
        conversation().callSoon();
    }

    /** Refuses whoever waits and takes leave of the ledger; calls under way keep their permits. */
    void leave() {
        leaving = true;
        line.everybody().forEach(waiter -> refuse(waiter, Reason.SHUTTING_DOWN));
        conversation().callSoon();
    }

    ScopeState state() {
        return state;
    }

    /** Who decides at the moment. */
    Mode mode() {
        return alone.isPresent() || stranded ? Mode.LOCAL_SHARE : Mode.LEDGER;
    }

    long held() {
        return books.held();
    }

    @Override
    public LedgerCall.Report report(boolean lost) {
        long now = timeline.micros();
        var told = rejections;
        rejections = new ArrayList<>();
        return report(books.takeReturned(), lost ? books.sent(now) : books.sentAlone(now), told);
    }

    private LedgerCall.Report report(
            List<LedgerCall.Spending> returned, List<LedgerCall.Spending> unknown, List<LedgerCall.Rejection> told) {
        var groups = leaving ? List.<LedgerCall.Group>of() : line.groups(timeline.micros(), weights, booked);
        boolean active = !line.isEmpty() || books.held() > 0 || timeline.micros() < activeUntil;
        var promise =
                active ? rules.get().pulse().heartbeat() : rules.get().pulse().idleHeartbeat();
        return new LedgerCall.Report(leaving, micros(promise), books.holdings(), returned, unknown, told, groups);
    }

    @Override
    public void served(LedgerCall.Report report, LedgerReply.Served reply, long sentAt) {
        aloneAlarm.clear();
        stranded = false;
        alone.ifPresent(conversation -> {
            conversation.end();
            booked.clear(books::discard);
        });
        alone = Optional.empty();
        events.answered(rules.get().scope(), Duration.ofNanos((timeline.micros() - sentAt) * 1000));
        localShare.ledgerAnswered(reply, sentAt, report.promise());
        books.follow(reply.generation());
        books.told();
        book(report, reply, sentAt, Mode.LEDGER);
    }

    @Override
    public void forgotten() {
        booked.clear(books::discard);
    }

    @Override
    public void unanswered(LedgerCall.Report report) {
        events.unanswered(rules.get().scope());
        rejections.addAll(report.rejections());
        if (alone.isEmpty() && !stranded) {
            aloneAlarm.setNoLaterThan(localShare.begins());
        }
    }

    private void liveAlone() {
        var ledger = localShare.open();
        registrations.forget();
        stranded = ledger.isEmpty();
        if (stranded) {
            line.everybody().forEach(waiter -> refuse(waiter, Reason.LEDGER_UNAVAILABLE));
            return;
        }
        var conversation = new Conversation(
                ledger.get(),
                timeline,
                session,
                new Conversation.Party() {
                    @Override
                    public LedgerCall.Report report(boolean lost) {
                        var told = rejectionsAlone;
                        rejectionsAlone = new ArrayList<>();
                        return ReplicaScheduler.this.report(List.of(), List.of(), told);
                    }

                    @Override
                    public void served(LedgerCall.Report report, LedgerReply.Served reply, long sentAt) {
                        book(report, reply, sentAt, Mode.LOCAL_SHARE);
                    }

                    @Override
                    public void forgotten() {
                        // a ledger in this process forgets nothing
                    }

                    @Override
                    public void unanswered(LedgerCall.Report report) {
                        // a ledger in this process always answers
                    }
                },
                1);
        alone = Optional.of(conversation);
        conversation.callSoon();
    }

    private Conversation conversation() {
        return alone.orElse(shared);
    }

    private void book(LedgerCall.Report report, LedgerReply.Served reply, long sentAt, Mode mode) {
        state = reply.state();
        registrations.answered(report, reply);
        long now = timeline.micros();
        forecast.heard(state, line, now);
        for (var slot : reply.slots()) {
            var group = report.groups().get(slot.group());
            var granted = new BookedSlot(
                    now + slot.delay(),
                    sentAt + slot.delay() + rules.get().limits().pacing().useBy(),
                    group,
                    slot.firm(),
                    mode,
                    reply.generation(),
                    reply.now() + slot.delay());
            books.receive(granted);
            booked.add(granted);
        }
        booked.serveDue();
        newcomers.removeIf(Waiter::hasLeft);
        newcomers.forEach(waiter -> waiter.predict(now - waiter.arrived() + forecast.waitOf(waiter, line, now)));
        newcomers.clear();
        if (somebodyIsNotExpected()) {
            conversation().callSoon();
        }
    }

    private void use(BookedSlot slot) {
        long now = timeline.micros();
        var waiter = now > slot.useBy() ? Optional.<Waiter>empty() : callerFor(slot);
        if (waiter.isEmpty()) {
            books.discard(slot);
            events.slotUnused(rules.get().scope());
            conversation().callSoon(); // its turn is free again as long as nobody has had the next one
            return;
        }
        var caller = waiter.get();
        line.remove(caller);
        books.use(slot, caller.cost(), now);
        var permit = new HeldPermit(session + "-" + ++permits, slot, caller.cost(), now, this::endLater);
        var predicted = Duration.ofNanos(caller.predicted() * 1000);
        var granted = new Admission.Granted(permit, caller.waited(now), predicted, slot.mode());
        events.granted(rules.get().scope(), caller.priority(), granted);
        untaken.add(granted);
        caller.answer(granted);
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

    private boolean somebodyIsNotExpected() {
        for (var priority : PriorityClass.values()) {
            if (line.size(priority) > booked.countOf(priority)) {
                return !registrations.cover(priority);
            }
        }
        return false;
    }

    private Optional<Admission> refusalOf(Waiter waiter) {
        var priority = waiter.priority();
        if (leaving) {
            return Optional.of(refusal(waiter, Reason.SHUTTING_DOWN));
        }
        if (stranded) {
            return Optional.of(refusal(waiter, Reason.LEDGER_UNAVAILABLE));
        }
        if (line.size(priority) >= rules.get().line().length()) {
            return Optional.of(refusal(waiter, Reason.LINE_FULL));
        }
        long patience = patienceEnds(waiter) - waiter.arrived();
        if (state.coolDown() > patience) {
            return Optional.of(refusal(waiter, Reason.PROVIDER_COOLING_DOWN));
        }
        waiter.predict(waitOf(waiter));
        if (waiter.predicted() > patience) {
            return Optional.of(refusal(waiter, waitingReason(Reason.WAIT_TOO_LONG)));
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
            refuse(next.get(), waitingReason(Reason.PATIENCE_ENDED));
        }
    }

    /** Without the ledger the shared capacity is not full but out of reach, which is what the caller has to hear. */
    private Reason waitingReason(Reason usual) {
        return alone.isPresent() ? Reason.LEDGER_UNAVAILABLE : usual;
    }

    private void refuse(Waiter waiter, Reason reason) {
        line.remove(waiter);
        waiter.answer(refusal(waiter, reason));
    }

    private Admission.Refused refusal(Waiter waiter, Reason reason) {
        var refused = new Admission.Refused(reason, forecast.limitInTheWay(), forecast.jittered(waitOf(waiter)));
        events.refused(rules.get().scope(), waiter.priority(), refused);
        return refused;
    }

    private long waitOf(Waiter waiter) {
        return forecast.waitOf(waiter.priority(), waiter.organization(), line, timeline.micros());
    }

    private long patienceEnds(Waiter waiter) {
        long longest = waiter.arrived() + micros(rules.get().line().longestWait());
        long shortest = waiter.arrived() + micros(SHORTEST_PATIENCE);
        return Math.max(shortest, Math.min(longest, waiter.deadline()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
