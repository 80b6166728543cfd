package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.llmgateway.configuration.Settings;
import io.mapwright.llmgateway.estimation.DurationForecast;
import io.mapwright.llmgateway.estimation.OutputForecast;
import io.mapwright.llmgateway.metering.Attribution;
import io.mapwright.llmgateway.metering.Metering;
import io.mapwright.llmgateway.metering.UsageEvent;
import io.mapwright.llmgateway.provider.Category;
import io.mapwright.llmgateway.provider.Meaning;
import io.mapwright.llmgateway.provider.ProviderReply;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.provider.Vendors;
import io.mapwright.llmgateway.quota.Admission;
import io.mapwright.llmgateway.quota.CallEnding;
import io.mapwright.llmgateway.quota.Dimension;
import io.mapwright.llmgateway.quota.PriorityClass;
import io.mapwright.llmgateway.quota.ProviderRejection;
import io.mapwright.llmgateway.routing.Breaker;
import io.mapwright.llmgateway.routing.Breakers;
import io.mapwright.llmgateway.routing.RetryBudget;
import io.mapwright.llmgateway.routing.Scenery;
import io.mapwright.llmgateway.routing.ScriptedQuota;
import io.mapwright.testkit.MutableTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.mapwright.llmgateway.completion.ScriptedProvider.answer;
import static io.mapwright.llmgateway.completion.ScriptedProvider.failure;
import static io.mapwright.llmgateway.completion.ScriptedProvider.neverSent;
import static org.assertj.core.api.Assertions.assertThat;

/** Where a request goes after what happened to it; chance always takes the shortest wait. */
class JourneyTest {

    private static final Breaker.Rule RULE =
            new Breaker.Rule(5, Duration.ofMinutes(1), Duration.ofSeconds(30), 2, Duration.ofSeconds(30));

    private final MutableTime time = new MutableTime();
    private final ScriptedQuota quota = new ScriptedQuota();
    private final ScriptedProvider providers = new ScriptedProvider();
    private final Metering.RememberedCalls journal = new Metering.RememberedCalls();
    private final Breakers breakers = Scenery.breakers(RULE, new Scenery.SilentBulletin(), time);
    private final RetryBudget budget = Scenery.budget(time);
    private final Guides guides = guides();
    private final Route first = Scenery.route("a", 1, 1);
    private final Route second = Scenery.route("b", 1, 2);

    @Test
    void endsWithTheFirstAnswer() {
        CompletionAnswer answer = travel(first, second);

        assertThat(answer).isInstanceOf(CompletionAnswer.Whole.class);
        assertThat(answer.passage().attempts()).isEqualTo(1);
        assertThat(providers.called).containsExactly("a");
    }

    @Test
    void takesTheNextRouteAfterAFailureThatAnotherMayNotHave() {
        providers.script("a", failure(Meaning.MONEY_SPENT));

        CompletionAnswer answer = travel(first, second);

        assertThat(answer).isInstanceOf(CompletionAnswer.Whole.class);
        assertThat(answer.passage().route()).contains(second);
        assertThat(providers.called).containsExactly("a", "b");
    }

    @Test
    void triesAgainWhereThereIsNoOtherRoute() {
        providers.script("a", failure(Meaning.BROKEN), failure(Meaning.NO_CAPACITY));

        assertThat(travel(first)).isInstanceOf(CompletionAnswer.Whole.class);
        assertThat(providers.called).containsExactly("a", "a", "a");
    }

    @Test
    void sendsThreeCallsAtMost() {
        providers.script("a", failure(Meaning.BROKEN), failure(Meaning.BROKEN), failure(Meaning.BROKEN), answer());

        assertThat(refusal(travel(first))).isInstanceOf(Refusal.ProviderFailed.class);
        assertThat(providers.called).hasSize(3);
    }

    @Test
    void doesNotCountWhatNeverLeft() {
        providers.script("a", neverSent());

        assertThat(travel(first, second).passage().attempts()).isEqualTo(1);
        assertThat(journal.open).isEmpty();
        assertThat(quota.endings).hasAtLeastOneElementOfType(CallEnding.NotSent.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID", "CONTENT_OF_PROMPT", "CONTENT_OF_ANSWER", "TOO_LONG"})
    void givesUpAtOnceWhenTheRequestIsAtFault(Meaning meaning) {
        providers.script("a", failure(meaning));

        assertThat(refusal(travel(first, second))).isInstanceOf(Refusal.ProviderFailed.class);
        assertThat(providers.called).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(names = {"MONEY_SPENT", "DAY_SPENT", "CREDENTIAL", "NO_SUCH_MODEL"})
    void neverTriesTheSameRouteAgainWhenWaitingDoesNotHelp(Meaning meaning) {
        providers.script("a", failure(meaning));

        assertThat(refusal(travel(first))).isInstanceOf(Refusal.ProviderFailed.class);
        assertThat(providers.called).containsExactly("a");
    }

    @Test
    void addsATenthOfTheCallsAtMost() {
        providers.script(
                "a",
                IntStream.range(0, 400)
                        .mapToObj(i -> i % 10 < 3 ? failure(Meaning.TOO_MANY_REQUESTS) : answer())
                        .toArray(ProviderReply[]::new));

        long repetitions = IntStream.range(0, 200)
                .mapToLong(i -> travel(first).passage().attempts() - 1)
                .sum();

        assertThat(repetitions).isBetween(15L, 20L);
    }

    @Test
    void honoursTheDelayThatTheProviderStatesButNotPastTheDeadline() {
        providers.script("a", failure(Meaning.TOO_MANY_REQUESTS, "please try again after 30 seconds"));

        Refusal refusal = refusal(travel(request(Duration.ofSeconds(20)), first));

        assertThat(refusal).isInstanceOf(Refusal.ProviderFailed.class);
        assertThat(providers.called).hasSize(1);
    }

    @Test
    void tellsTheQuotaOfALimitAndTheBreakerOnlyOfFailures() {
        providers.script("a", failure(Meaning.TOO_MANY_AT_ONCE));

        travel(first, second);

        assertThat(quota.reports).containsExactly(ProviderRejection.of(Dimension.CONCURRENCY));
        IntStream.range(0, 10).forEach(i -> {
            providers.script("a", failure(Meaning.TOO_MANY_REQUESTS));
            travel(first, second);
        });
        assertThat(breakers.state(first)).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void passesByARouteWhoseBreakerHasOpened() {
        IntStream.range(0, 5).forEach(i -> {
            providers.script("a", failure(Meaning.BROKEN));
            travel(first, second);
        });
        providers.called.clear();

        travel(first, second);

        assertThat(providers.called).containsExactly("b");
    }

    @Test
    void saysThatAllRoutesAreDown() {
        IntStream.range(0, 5).forEach(i -> breakers.failed(first));

        assertThat(refusal(travel(first))).isInstanceOf(Refusal.NoRoute.class);
    }

    @Test
    void goesToTheNextRouteWhenOneIsFullAndNamesTheSoonestWhenAllAre() {
        quota.busy("a", Admission.Reason.WAIT_TOO_LONG, Duration.ofSeconds(9));
        assertThat(travel(first, second).passage().route()).contains(second);

        quota.busy("b", Admission.Reason.WAIT_TOO_LONG, Duration.ofSeconds(4));
        assertThat(refusal(travel(first, second)))
                .isEqualTo(new Refusal.Busy(Admission.Reason.WAIT_TOO_LONG, Duration.ofSeconds(4)));
    }

    @Test
    void seeksNoOtherRouteWhenTheCallersOwnBudgetIsSpent() {
        quota.busy("a", Admission.Reason.BUDGET_SPENT, Duration.ofHours(1));

        assertThat(refusal(travel(first, second))).isInstanceOf(Refusal.Busy.class);
        assertThat(providers.called).isEmpty();
    }

    @Test
    void isRefusedForGoodWhenItIsLargerThanALimit() {
        quota.tooSmall("a");

        assertThat(refusal(travel(first))).isEqualTo(new Refusal.TooLarge(Dimension.TOKENS_PER_MINUTE, 100, 200));
    }

    @Test
    void givesAProbeBackThatTheQuotaDidNotLetGo() {
        IntStream.range(0, 5).forEach(i -> breakers.failed(first));
        time.advance(Duration.ofSeconds(31));
        quota.busy("a", Admission.Reason.WAIT_TOO_LONG, Duration.ofSeconds(1));
        travel(first);

        assertThat(breakers.admits(first)).isTrue();
    }

    @Test
    void neverTriesAgainOnceSomethingWasStreamedButCountsTheBreak() {
        StreamPart.Chunk chunk = new StreamPart.Chunk("{}", "word");
        var broken = ((ProviderReply.Failed) failure(Meaning.BROKEN)).diagnosis();
        IntStream.range(0, 5).forEach(i -> {
            providers.script("a", ScriptedProvider.stream(chunk, new StreamPart.Broken(broken, Optional.empty())));
            CompletionAnswer answer = travel(first, second);
            List<StreamPart> parts = new ArrayList<>();
            ((CompletionAnswer.Streaming) answer).parts().subscribe().with(parts::add);
            assertThat(parts).hasSize(2).last().isInstanceOf(StreamPart.Broken.class);
        });

        assertThat(providers.called).containsOnly("a");
        assertThat(breakers.state(first)).isEqualTo(Breaker.State.OPEN);
        assertThat(journal.closed).extracting(UsageEvent::finish).containsOnly(UsageEvent.Finish.FAILED);
    }

    @Test
    void recordsEveryCallThatWasSent() {
        providers.script("a", failure(Meaning.BROKEN));

        travel(first, second);

        assertThat(journal.closed)
                .extracting(UsageEvent::error)
                .containsExactly(Optional.of(Category.SERVER_ERROR.wireName()), Optional.empty());
        assertThat(journal.open).isEmpty();
    }

    private CompletionAnswer travel(Route... routes) {
        return travel(request(Duration.ofSeconds(20)), routes);
    }

    private CompletionAnswer travel(CompletionRequest request, Route... routes) {
        List<CompletionAnswer> answers = new ArrayList<>();
        new Journey(request, List.of(routes), guides).proceed().subscribe().with(answers::add);
        return answers.getFirst();
    }

    private static Refusal refusal(CompletionAnswer answer) {
        return ((CompletionAnswer.Refused) answer).refusal();
    }

    private CompletionRequest request(Duration deadline) {
        return new CompletionRequest(
                "m",
                Map.of("messages", List.of(Map.of("role", "user", "content", "Hello"))),
                false,
                Set.of(),
                OptionalLong.empty(),
                new Attribution(
                        "r", Optional.of("u"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                PriorityClass.STANDARD,
                time.instant(),
                new Deadline(time.instant().plus(deadline)),
                Runnable::run);
    }

    private Guides guides() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        AdmissionMetrics admissions = new AdmissionMetrics(metrics);
        OutputForecast lengths = new OutputForecast();
        DurationForecast durations = new DurationForecast();
        Bookkeeping books = new Bookkeeping(
                journal, Metering.freeOfCharge(), lengths, durations, new CallMetrics(metrics), admissions, time);
        return new Guides(
                Scenery.router(breakers, quota, time, () -> 0),
                budget,
                new Dispatch(quota, providers, books, lengths, durations, UUID::randomUUID),
                Settings.of(CompletionConfig.class, Map.of()),
                new Feedback(quota, breakers, Vendors.unknownCodes(metrics), admissions),
                time,
                () -> 0);
    }
}
