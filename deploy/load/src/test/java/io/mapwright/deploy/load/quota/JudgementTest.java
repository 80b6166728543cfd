package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Diary.Deed;
import io.mapwright.deploy.load.quota.Outcome.Fate;
import io.mapwright.deploy.load.quota.Scenario.Span;
import io.mapwright.deploy.load.suite.Simulator;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A provider that allows 60 calls a minute, and one caller every second for five minutes. */
class JudgementTest {

    private static final Instant BEGAN = Instant.ofEpochSecond(1_000_000);
    private static final int SECONDS = 300;

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Simulator.Call> calls = new ArrayList<>();
    private Instant now = BEGAN;
    private final Diary diary = new Diary(BEGAN, () -> now);
    private Optional<Span> halving = Optional.empty();
    private Optional<Span> outage = Optional.empty();

    @Test
    void findsNothingWhereAllIsWell() {
        everySecond();

        assertThat(violations()).isEmpty();
    }

    @Test
    void mindsRejections() {
        everySecond();
        rejectAt(100);

        assertThat(violations()).containsExactly("the provider rejected {requests_per_minute=1}");
    }

    @Test
    void mindsAMinuteThatIsTooFull() {
        everySecond();
        letIn(100, Urgency.STANDARD);

        assertThat(violations()).containsExactly("the provider saw 61 calls in a minute, of 60");
    }

    @Test
    void mindsCallersWhoWereLostOrLate() {
        everySecond();
        outcomes.add(outcome(Urgency.STANDARD, 7, Fate.LOST, "", Duration.ofSeconds(1), Duration.ZERO));
        outcomes.add(outcome(Urgency.STANDARD, 8, Fate.REFUSED, "", Duration.ofMillis(20_300), Duration.ZERO));

        assertThat(violations())
                .containsExactly(
                        "1 callers got neither an answer nor a Retry-After: [200]",
                        "1 callers were answered after their deadline");
    }

    @Test
    void mindsInteractiveCallersWhoWereNotServedOrWaitedLongerThanTheyHadTo() {
        everySecond();
        outcomes.add(outcome(Urgency.INTERACTIVE, 150, Fate.REFUSED, "", Duration.ofMillis(3), Duration.ZERO));
        outcomes.replaceAll(outcome -> outcome.arrival().urgency() == Urgency.INTERACTIVE
                ? waited(outcome, Duration.ofMillis(4000))
                : outcome);

        assertThat(violations())
                .anyMatch(violation -> violation.contains("interactive p50"))
                .anyMatch(violation -> violation.contains("1 interactive callers were not served"))
                .anyMatch(violation -> violation.contains("foretold"));
    }

    @Test
    void mindsRejectionsLongAfterTheLimitWasHalvedOnly() {
        halving = Optional.of(new Span(Duration.ofSeconds(60), Duration.ofSeconds(90)));
        everySecond();
        note(Deed.LIMIT_HALVED, 60);
        note(Deed.LIMIT_RESTORED, 90);
        rejectAt(65);

        assertThat(violations()).isEmpty();

        rejectAt(71);

        assertThat(violations()).containsExactly("1 calls were rejected more than 10 s after the limit was halved");
    }

    @Test
    void mindsAStopWhileRedisIsAway() {
        outage = Optional.of(new Span(Duration.ofSeconds(60), Duration.ofSeconds(120)));
        for (int second = 0; second < SECONDS; second++) {
            if (second < 60 || second >= 110) {
                letIn(second, Urgency.INTERACTIVE);
            }
        }
        note(Deed.REDIS_STOPPED, 60);
        note(Deed.REDIS_BACK, 120);

        assertThat(violations()).containsExactly("16.7 % of the limit was used without Redis");
    }

    private void everySecond() {
        for (int second = 0; second < SECONDS; second++) {
            letIn(second, second % 10 == 5 ? Urgency.BACKGROUND : Urgency.INTERACTIVE);
        }
    }

    private void letIn(int second, Urgency urgency) {
        String id = "answer-" + calls.size();
        calls.add(call(id, second, "completed", ""));
        outcomes.add(waited(
                outcome(urgency, second, Fate.GRANTED, id, Duration.ofMillis(500), Duration.ZERO),
                urgency == Urgency.BACKGROUND ? Duration.ofMillis(1200) : Duration.ZERO));
    }

    private void rejectAt(int second) {
        calls.add(call("", second, "rejected", "requests_per_minute"));
    }

    private static Simulator.Call call(String id, int second, String outcome, String rejection) {
        long at = BEGAN.plusSeconds(second).toEpochMilli();
        return new Simulator.Call(0, id, "dashscope", "qwen-plus", outcome, rejection, 1, 1, at, at + 400);
    }

    private Outcome outcome(Urgency urgency, int second, Fate fate, String answerId, Duration took, Duration queued) {
        Arrival arrival = new Arrival(outcomes.size(), second * 1_000_000L, urgency, "a");
        return new Outcome(arrival, fate, answerId, took, queued, Optional.empty(), Optional.empty(), "200");
    }

    private static Outcome waited(Outcome outcome, Duration queued) {
        return new Outcome(
                outcome.arrival(),
                outcome.fate(),
                outcome.answerId(),
                outcome.took(),
                queued,
                Optional.of(queued.multipliedBy(outcome.arrival().urgency() == Urgency.BACKGROUND ? 10 : 2)
                        .dividedBy(10)),
                outcome.retryAfter(),
                outcome.detail());
    }

    private void note(Deed deed, int second) {
        now = BEGAN.plusSeconds(second);
        diary.note(deed, "");
    }

    private List<String> violations() {
        Scenario scenario = new Scenario(
                new Limits(60, true, 5, 0), 1, Duration.ofSeconds(SECONDS), 1, Optional.empty(), outage, halving);
        Evidence evidence = new Evidence(outcomes, calls, diary);
        return new Judgement(scenario, evidence, Yardstick.of(evidence, scenario.limits())).violations();
    }
}
