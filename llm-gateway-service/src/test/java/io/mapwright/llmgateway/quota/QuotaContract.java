package io.mapwright.llmgateway.quota;

import io.mapwright.llmgateway.quota.Admission.Granted;
import io.mapwright.llmgateway.quota.Admission.NeverAdmissible;
import io.mapwright.llmgateway.quota.Admission.Reason;
import io.mapwright.llmgateway.quota.Admission.Refused;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What every quota owes its callers; each store extends this. */
public abstract class QuotaContract {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** A fresh quota of one replica. */
    protected abstract Quota quota(TestProfiles profiles);

    @Test
    void grantsNoMoreThanTheWindowHolds() {
        var quota = quota(withoutPacing().limit(Dimension.REQUESTS_PER_MINUTE, 50));

        var admissions = all(askMany(quota, 80, Duration.ofSeconds(1)));

        assertThat(admissions).filteredOn(Granted.class::isInstance).hasSize(50);
        assertThat(admissions).filteredOn(Refused.class::isInstance).hasSize(30);
    }

    @Test
    void keepsCallsInFlightWithinTheirLimitAndServesEverybody() {
        var quota = quota(TestProfiles.account().limit(Dimension.CONCURRENCY, 20));
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        try (var timers = Executors.newSingleThreadScheduledExecutor()) {
            var served = new ArrayList<CompletableFuture<Void>>();
            for (var asked : askMany(quota, 500, Duration.ofSeconds(30))) {
                served.add(asked.thenCompose(admission -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    var over = new CompletableFuture<Void>();
                    timers.schedule(
                            () -> {
                                inFlight.decrementAndGet();
                                ((Granted) admission).permit().settle(new TokenUsage(1, 1));
                                over.complete(null);
                            },
                            5,
                            TimeUnit.MILLISECONDS);
                    return over;
                }));
            }
            served.forEach(CompletableFuture::join);
        }

        assertThat(most).hasValueBetween(10, 20);
    }

    @Test
    void servesInteractiveCallersFirst() {
        var quota = quota(TestProfiles.account().limit(Dimension.CONCURRENCY, 1));
        var first = granted(ask(quota, PriorityClass.STANDARD, SOON));
        var order = Collections.synchronizedList(new ArrayList<PriorityClass>());
        var asked = new ArrayList<CompletableFuture<Void>>();
        for (var priority : List.of(PriorityClass.BACKGROUND, PriorityClass.STANDARD, PriorityClass.INTERACTIVE)) {
            asked.add(ask(quota, priority, SOON).thenAccept(admission -> {
                order.add(priority);
                ((Granted) admission).permit().release();
            }));
        }
        await().until(() -> waiting(quota) == 3);

        first.permit().release();
        asked.forEach(CompletableFuture::join);

        assertThat(order).containsExactly(PriorityClass.INTERACTIVE, PriorityClass.STANDARD, PriorityClass.BACKGROUND);
    }

    @Test
    void losesNothingToCallersThatWithdraw() {
        var quota = quota(TestProfiles.account().limit(Dimension.CONCURRENCY, 7));
        var random = new Random(7);
        var timers = Executors.newSingleThreadScheduledExecutor();
        var request = new AdmissionRequest(
                TestProfiles.destination(),
                PriorityClass.STANDARD,
                new Tenant("org", "user"),
                TokenEstimate.of(1, 1),
                Duration.ofSeconds(30));
        var withdrawn = new CountDownLatch(1000);
        for (int i = 0; i < 1000; i++) {
            var subscription = quota.admit(request)
                    .runSubscriptionOn(timers)
                    .emitOn(timers)
                    .subscribe()
                    .with(admission -> {
                        if (admission instanceof Granted granted) {
                            granted.permit().release();
                        }
                    });
            timers.schedule(
                    () -> {
                        subscription.cancel();
                        withdrawn.countDown();
                    },
                    random.nextInt(20_000),
                    TimeUnit.MICROSECONDS);
        }

        await().until(() -> withdrawn.getCount() == 0 && waiting(quota) == 0);
        var admissions = all(askMany(quota, 7, SOON));

        assertThat(admissions).hasSize(7).allMatch(Granted.class::isInstance);
        timers.shutdownNow();
    }

    @Test
    void takesAPermitBackOnce() {
        var quota = quota(TestProfiles.account().limit(Dimension.CONCURRENCY, 2));
        var one = granted(ask(quota, PriorityClass.STANDARD, SOON));
        granted(ask(quota, PriorityClass.STANDARD, SOON));

        one.permit().settle(new TokenUsage(1, 1));
        one.permit().release();
        one.permit().end(new CallEnding.NotSent());

        assertThat(ask(quota, PriorityClass.STANDARD, SOON).join()).isInstanceOf(Granted.class);
        assertThat(ask(quota, PriorityClass.STANDARD, Duration.ofMillis(300)).join())
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.limit()).isEqualTo(Dimension.CONCURRENCY);
                    assertThat(refused.retryAfter()).isPositive();
                });
    }

    @Test
    void refusesAtOnceWhoCannotBeServedInTime() {
        var quota = quota(TestProfiles.account().limit(Dimension.REQUESTS_PER_MINUTE, 60));
        askMany(quota, 20, Duration.ofSeconds(60));
        await().until(() -> waiting(quota) > 15);

        long start = System.nanoTime();
        var admission =
                ask(quota, PriorityClass.STANDARD, Duration.ofSeconds(5)).join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(admission).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.WAIT_TOO_LONG);
            assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
        });
    }

    @Test
    void neverAdmitsWhatIsLargerThanTheLimit() {
        var quota = quota(TestProfiles.account()
                .limit(Dimension.REQUESTS_PER_MINUTE, 60)
                .limit(Dimension.TOKENS_PER_MINUTE, 1000));

        var admission = ask(quota, PriorityClass.STANDARD, TokenEstimate.of(600, 401), SOON)
                .join();

        assertThat(admission).isEqualTo(new NeverAdmissible(Dimension.TOKENS_PER_MINUTE, 1000, 1001));
    }

    @Test
    void replacesTheEstimateByTheRealUsage() {
        var quota = quota(TestProfiles.account()
                .limit(Dimension.REQUESTS_PER_MINUTE, 600)
                .limit(Dimension.TOKENS_PER_MINUTE, 1000)
                .with("burst", "60s"));
        var large = granted(ask(quota, PriorityClass.STANDARD, TokenEstimate.of(100, 800), SOON));
        var blocked = ask(quota, PriorityClass.STANDARD, TokenEstimate.of(100, 100), SOON);

        large.permit().settle(new TokenUsage(100, 50));

        assertThat(blocked.join()).isInstanceOf(Granted.class);
    }

    @Test
    void staysAwayAsLongAsTheProviderAsks() {
        var quota = quota(TestProfiles.account().limit(Dimension.REQUESTS_PER_MINUTE, 600));
        granted(ask(quota, PriorityClass.STANDARD, SOON));

        quota.report(
                TestProfiles.destination(),
                new ProviderRejection(Dimension.GROWTH, Optional.of(Duration.ofSeconds(2))));
        await().until(() -> snapshot(quota).coolDown().isPositive());
        long start = System.nanoTime();
        var impatient =
                ask(quota, PriorityClass.INTERACTIVE, Duration.ofMillis(200)).join();
        granted(ask(quota, PriorityClass.INTERACTIVE, SOON));

        assertThat(impatient)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.PROVIDER_COOLING_DOWN));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1500));
    }

    @Test
    void followsOtherLimitsAndKeepsWhatIsCounted() {
        var quota = quota(withoutPacing().limit(Dimension.REQUESTS_PER_MINUTE, 10));
        all(askMany(quota, 10, Duration.ofSeconds(1)));

        follow(quota, withoutPacing().limit(Dimension.REQUESTS_PER_MINUTE, 14));
        var more = all(askMany(quota, 8, Duration.ofSeconds(1)));
        follow(quota, withoutPacing().limit(Dimension.REQUESTS_PER_MINUTE, 5));
        var none = all(askMany(quota, 3, Duration.ofMillis(300)));

        assertThat(more).filteredOn(Granted.class::isInstance).hasSize(4);
        assertThat(none).allMatch(Refused.class::isInstance);
    }

    @Test
    void letsThoseWhoWaitGoWhenTheLimitIsRaised() {
        var quota = quota(withoutPacing().limit(Dimension.CONCURRENCY, 1));
        granted(ask(quota, PriorityClass.STANDARD, SOON));
        var waiting = askMany(quota, 3, SOON);
        await().until(() -> waiting(quota) == 3);

        follow(quota, withoutPacing().limit(Dimension.CONCURRENCY, 4));

        assertThat(waiting).allSatisfy(asked -> assertThat(asked).succeedsWithin(Duration.ofSeconds(2)));
    }

    private static void follow(Quota quota, TestProfiles profiles) {
        ((LedgerQuota) quota).follow(profiles.profiles());
    }

    @Test
    void failsForADestinationThatNobodyConfigured() {
        var quota = quota(TestProfiles.account());
        var request = new AdmissionRequest(
                Destination.of("nobody", "model"),
                PriorityClass.STANDARD,
                Tenant.alone("user"),
                TokenEstimate.of(1, 1),
                SOON);

        assertThatThrownBy(
                        () -> quota.admit(request).subscribeAsCompletionStage().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnknownDestinationException.class);
    }

    /** A burst larger than the window, so that the window alone decides: a slot that goes back keeps its turn of the pace. */
    protected static TestProfiles withoutPacing() {
        return TestProfiles.account().with("burst", "120s");
    }

    protected static List<CompletableFuture<Admission>> askMany(Quota quota, int count, Duration patience) {
        var asked = new ArrayList<CompletableFuture<Admission>>();
        for (int i = 0; i < count; i++) {
            asked.add(ask(quota, PriorityClass.STANDARD, patience));
        }
        return asked;
    }

    protected static List<Admission> all(List<CompletableFuture<Admission>> asked) {
        return asked.stream().map(CompletableFuture::join).toList();
    }

    protected static CompletableFuture<Admission> ask(Quota quota, PriorityClass priority, Duration patience) {
        return ask(quota, priority, TokenEstimate.of(1, 1), patience);
    }

    private static CompletableFuture<Admission> ask(
            Quota quota, PriorityClass priority, TokenEstimate tokens, Duration patience) {
        var request =
                new AdmissionRequest(TestProfiles.destination(), priority, new Tenant("org", "user"), tokens, patience);
        return quota.admit(request).subscribeAsCompletionStage();
    }

    protected static Granted granted(CompletableFuture<Admission> asked) {
        return (Granted) asked.join();
    }

    protected static QuotaSnapshot snapshot(Quota quota) {
        return quota.snapshot(TestProfiles.destination())
                .subscribeAsCompletionStage()
                .join();
    }

    protected static long waiting(Quota quota) {
        return snapshot(quota).waiting().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
