package io.mapwright.llmgateway.quota;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LoweredLimitTest {

    private static final long SECOND = 1_000_000;

    private final LoweredLimit limit = new LoweredLimit();

    @Test
    void takesTheCountAtARejectionForTheTrueLimit() {
        limit.lower(0.8, 10 * SECOND);

        assertThat(limit.share(11 * SECOND)).isCloseTo(0.784, within(1e-9));
    }

    @Test
    void fallsQuicklyWhileRejectionsGoOn() {
        limit.lower(1, 10 * SECOND);
        limit.lower(1, 12 * SECOND);
        limit.lower(1, 14 * SECOND);

        assertThat(limit.share(15 * SECOND)).isCloseTo(0.98 * 0.7 * 0.7, within(1e-9));
    }

    @Test
    void takesOneLessonFromABurstOfRejections() {
        limit.lower(1, 10 * SECOND);
        limit.lower(1, 10 * SECOND + 300_000);

        assertThat(limit.share(11 * SECOND)).isCloseTo(0.98, within(1e-9));
    }

    @Test
    void learnsNothingFromAFirstRejectionWhileLittleIsUsed() {
        limit.lower(0.2, 10 * SECOND);

        assertThat(limit.share(11 * SECOND)).isEqualTo(1);
    }

    @Test
    void fallsEvenWhileLittleIsUsedWhenRejectionsGoOn() {
        limit.lower(0.2, 10 * SECOND);
        limit.lower(0.2, 12 * SECOND);

        assertThat(limit.share(13 * SECOND)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void restsForAMinuteAndIsBackWithinThree() {
        limit.lower(0.5, 0);

        assertThat(limit.share(59 * SECOND)).isCloseTo(0.49, within(1e-9));
        assertThat(limit.share(110 * SECOND)).isBetween(0.49, 0.75);
        assertThat(limit.share(161 * SECOND)).isEqualTo(1);
    }
}
