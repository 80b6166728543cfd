package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.provider.ProviderId;
import io.mapwright.testkit.MutableTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTest {

    private static final ProviderId ARK = new ProviderId("ark");

    private final MutableTime time = new MutableTime();
    private final RetryBudget budget = new RetryBudget(time);

    @Test
    void allowsAFewRetriesHoweverLittleIsCalled() {
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void allowsATenthOfTheCallsOfTheLastMinute() {
        call(200);

        assertThat(taken(100)).isEqualTo(20);
    }

    @Test
    void forgetsAfterAMinute() {
        call(200);
        taken(20);
        time.advance(Duration.ofSeconds(59));
        assertThat(taken(1)).isZero();

        time.advance(Duration.ofSeconds(2));
        call(100);

        assertThat(taken(100)).isEqualTo(10);
    }

    @Test
    void isKeptForEachProviderByItself() {
        call(200);
        taken(20);

        assertThat(budget.takeRetry(new ProviderId("dashscope"))).isTrue();
    }

    @Property(tries = 200)
    void neverAddsMoreThanATenth(@ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 40) Integer> seconds) {
        MutableTime clock = new MutableTime();
        RetryBudget fresh = new RetryBudget(clock);
        int calls = 0;
        int retries = 0;
        for (int each : seconds) {
            for (int i = 0; i < each; i++) {
                fresh.called(ARK);
                calls++;
                retries += fresh.takeRetry(ARK) ? 1 : 0;
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(retries).isLessThanOrEqualTo(Math.max(3, calls / 10));
    }

    private void call(int times) {
        IntStream.range(0, times).forEach(i -> budget.called(ARK));
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(i -> budget.takeRetry(ARK)).count();
    }
}
