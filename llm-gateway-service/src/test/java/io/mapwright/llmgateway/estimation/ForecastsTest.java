package io.mapwright.llmgateway.estimation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastsTest {

    private static final CallKind MAPS = new CallKind("qwen", "generate");

    private final SplittableRandom chance = new SplittableRandom(7);

    @Test
    void theLearnedPercentileRestsWhereTheWantedShareLiesBelow() {
        LearnedPercentile learned = new LearnedPercentile(0.9, 600, 16);
        answers().limit(5_000).forEach(tokens -> learned.observe(MAPS, tokens));

        double below = answers()
                        .limit(5_000)
                        .filter(tokens -> {
                            boolean covered = tokens <= learned.of(MAPS);
                            learned.observe(MAPS, tokens);
                            return covered;
                        })
                        .count()
                / 5_000.0;
        assertThat(below).isBetween(0.85, 0.95);
    }

    @Test
    void aKindLearnsNothingFromAnother() {
        OutputForecast lengths = new OutputForecast();
        long before = lengths.expect(MAPS);
        for (int i = 0; i < 100; i++) {
            lengths.observe(new CallKind("qwen", "palette"), 20);
        }
        assertThat(lengths.expect(MAPS)).isEqualTo(before);
    }

    @Test
    void slowerCallsAreExpectedSoonAndQuickOnesOnlyAfterMany() {
        DurationForecast durations = new DurationForecast();
        Duration before = durations.expect(MAPS);
        durations.observe(MAPS, Duration.ofSeconds(30));
        Duration afterSlow = durations.expect(MAPS);
        durations.observe(MAPS, Duration.ofMillis(100));

        assertThat(afterSlow).isGreaterThan(before.multipliedBy(108).dividedBy(100));
        assertThat(durations.expect(MAPS)).isLessThan(afterSlow).isGreaterThan(before);
    }

    @Test
    void rememberedKindsAreBounded() {
        LearnedPercentile learned = new LearnedPercentile(0.5, 10, 1);
        for (int i = 0; i < 3_000; i++) {
            learned.observe(new CallKind("model-" + i, ""), 1_000);
        }
        assertThat(learned.of(new CallKind("model-0", ""))).isGreaterThan(10);
        assertThat(learned.of(new CallKind("model-2999", ""))).isEqualTo(10);
    }

    private DoubleStream answers() {
        return DoubleStream.generate(() -> 100 + 400 * chance.nextDouble());
    }
}
