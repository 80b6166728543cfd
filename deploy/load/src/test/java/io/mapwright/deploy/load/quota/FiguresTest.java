package io.mapwright.deploy.load.quota;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    private static final List<Long> HUNDRED =
            LongStream.rangeClosed(1, 100).boxed().toList();

    @ParameterizedTest(name = "{0} of 1..100 is {1}")
    @CsvSource({"0, 1", "0.005, 1", "0.01, 1", "0.011, 2", "0.5, 50", "0.99, 99", "1, 100"})
    void takesTheSmallestNumberThatCoversTheShare(double share, long percentile) {
        assertThat(Figures.percentile(HUNDRED, share)).isEqualTo(percentile);
    }

    @Test
    void ranksNumbersInAnyOrder() {
        assertThat(Figures.percentile(List.of(30L, 10L, 20L), 0.5)).isEqualTo(20);
        assertThat(Figures.percentile(List.of(), 0.5)).isZero();
    }

    @Test
    void countsTheDensestPeriodWithoutItsEnd() {
        List<Long> moments = List.of(900L, 0L, 10L, 1000L, 1009L, 1010L);

        assertThat(Figures.worst(moments, 1000)).isEqualTo(4);
        assertThat(Figures.worst(moments, 1001)).isEqualTo(5);
        assertThat(Figures.worst(List.of(), 1000)).isZero();
    }

    @Test
    void countsWhatLiesBetween() {
        assertThat(Figures.between(HUNDRED, 10, 20)).isEqualTo(10);
    }
}
