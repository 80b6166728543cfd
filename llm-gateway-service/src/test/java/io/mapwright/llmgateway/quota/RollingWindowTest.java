package io.mapwright.llmgateway.quota;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RollingWindowTest {

    private static final long LENGTH = 1_000;
    private static final long BUCKET = 100;

    record Step(long pause, long amount) {}

    @Property
    void holdsAtLeastWhatHappenedDuringItsLengthAndAtMostOneBucketMore(@ForAll("steps") List<Step> steps) {
        var window = new RollingWindow(LENGTH, BUCKET);
        long now = 0;
        var moments = new long[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            now += steps.get(i).pause();
            moments[i] = now;
            long sum = window.sum(now);
            assertThat(sum)
                    .isBetween(
                            amounts(steps, moments, i, now - LENGTH),
                            amounts(steps, moments, i, now - LENGTH - BUCKET));
            window.add(now, steps.get(i).amount());
        }
    }

    @Property
    void hasRoomAfterTheTimeItNames(@ForAll("steps") List<Step> steps) {
        var window = new RollingWindow(LENGTH, BUCKET);
        long now = 0;
        for (var step : steps) {
            now += step.pause();
            window.sum(now);
            window.add(now, step.amount());
        }
        long before = window.sum(now);

        long later = now + window.untilRoom(now);

        assertThat(before == 0 || window.sum(later) < before).isTrue();
    }

    @Property
    void takesBackWhatWasNeverUsed(@ForAll("steps") List<Step> steps) {
        var window = new RollingWindow(LENGTH, BUCKET);
        long now = 0;
        for (var step : steps) {
            now += step.pause();
            window.sum(now);
            window.add(now, step.amount());
            window.add(now, -step.amount());
        }

        assertThat(window.sum(now)).isZero();
    }

    /** What was added before step {@code count}, later than {@code after}. */
    private static long amounts(List<Step> steps, long[] moments, int count, long after) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += moments[i] > after ? steps.get(i).amount() : 0;
        }
        return sum;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var pauses = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 150), Arbitraries.longs().between(0, 3_000));
        return Combinators.combine(pauses, Arbitraries.longs().between(1, 50))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
