package io.mapwright.deploy.load.faults;

import io.mapwright.deploy.load.faults.BreakerWatch.Change;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsReportTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Test
    void isContentWithOneOpeningEverywhereAndATenthMore() {
        FaultsReport report = report(answers(10, 1, 1), 11, List.of(opened(5_000), opened(5_900)));

        assertThat(report.violations()).isEmpty();
        assertThat(report.text())
                .contains("900 ms from the first gateway to the last")
                .contains("10.0 %");
    }

    @Test
    void findsLateAndDishonestAnswers() {
        List<Answered> answers = new ArrayList<>(answers(20, 0, 0));
        answers.add(new Answered(200, "", false, 1, Duration.ofMillis(10_501)));
        answers.add(new Answered(503, "busy", false, 1, Duration.ofSeconds(1)));
        answers.add(new Answered(500, "", false, 1, Duration.ofSeconds(1)));

        assertThat(report(answers, 23, List.of(opened(1))).violations())
                .hasSize(2)
                .anySatisfy(violation -> assertThat(violation).startsWith("1 callers were answered after"))
                .anySatisfy(violation -> assertThat(violation).startsWith("2 callers got neither"));
    }

    @Test
    void findsTooManyRepetitionsAndCallsNobodyTellsOf() {
        assertThat(report(answers(10, 1, 2), 15, List.of(opened(1))).violations())
                .containsExactly(
                        "20.0 % of the calls were repetitions", "the gateways tell of 12 calls, the provider of 15");
    }

    @Test
    void findsBreakersThatDisagree() {
        List<Change> twice =
                Stream.of(opened(1_000), opened(40_000)).flatMap(List::stream).toList();
        List<Change> never = List.of(new Change(BEGAN, "closed"));
        List<Change> stuck = opened(1_000).subList(0, 2);

        assertThat(report(answers(1, 0, 0), 1, List.of(twice, never, stuck)).violations())
                .containsExactly(
                        "the breaker opened 2 times on gateway 0",
                        "the breaker opened 0 times on gateway 1",
                        "the breaker did not close again on gateway 2");
        assertThat(report(answers(1, 0, 0), 1, List.of(opened(1_000), opened(2_100)))
                        .violations())
                .containsExactly("the breaker took 1100 ms to open on all gateways");
    }

    private static List<Answered> answers(int count, int repeated, int repetitions) {
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(new Answered(200, "", false, i < repeated ? 1 + repetitions : 1, Duration.ofMillis(100)));
        }
        return answers;
    }

    private static List<Change> opened(long afterMillis) {
        return List.of(
                new Change(BEGAN, "closed"),
                new Change(BEGAN.plusMillis(afterMillis), "open"),
                new Change(BEGAN.plusMillis(afterMillis + 30_000), "probation"),
                new Change(BEGAN.plusMillis(afterMillis + 30_500), "closed"));
    }

    private static FaultsReport report(List<Answered> answers, long calls, List<List<Change>> breakers) {
        return new FaultsReport(BEGAN, DEADLINE, answers, calls, 0, breakers);
    }
}
