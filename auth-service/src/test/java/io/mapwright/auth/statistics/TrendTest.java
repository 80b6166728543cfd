package io.mapwright.auth.statistics;

import io.mapwright.auth.statistics.Trend.Point;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class TrendTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final List<LocalDate> DAYS = List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));

    @Test
    void leavesNoDayOut() {
        assertThat(Trend.ofDays(DAYS, Map.of(FIRST.plusDays(1), 5L)))
                .isEqualTo(new Trend(List.of(
                        new Point(FIRST, 0), new Point(FIRST.plusDays(1), 5), new Point(FIRST.plusDays(2), 0))));
    }

    @Test
    void countsAStockBackFromNow() {
        Map<LocalDate, Long> additions = Map.of(FIRST, 100L, FIRST.plusDays(1), 3L, FIRST.plusDays(2), 2L);

        assertThat(Trend.ofStock(DAYS, 10, additions))
                .isEqualTo(new Trend(List.of(
                        new Point(FIRST, 5), new Point(FIRST.plusDays(1), 8), new Point(FIRST.plusDays(2), 10))));
    }
}
