package io.mapwright.auth.ledger;

import io.mapwright.auth.Configured;
import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarDaysTest {

    private final MutableTime time = new MutableTime();

    @ParameterizedTest(name = "in {0}, {1} is on {2}")
    @CsvSource({
        "Asia/Shanghai, 2026-11-24T15:59:59.999Z, 2026-11-24",
        "Asia/Shanghai, 2026-11-24T16:00:00Z, 2026-11-25",
        "UTC, 2026-11-24T23:59:59Z, 2026-11-24",
        "America/New_York, 2026-03-08T04:59:59Z, 2026-03-07",
        "America/New_York, 2026-03-09T03:59:59Z, 2026-03-08",
        "America/New_York, 2026-03-09T04:00:00Z, 2026-03-09",
        "Asia/Kathmandu, 2026-01-01T18:14:59Z, 2026-01-01",
        "Asia/Kathmandu, 2026-01-01T18:15:00Z, 2026-01-02",
    })
    void belongToTheZone(String zone, Instant moment, LocalDate day) {
        assertThat(in(zone).of(moment)).isEqualTo(day);
    }

    @ParameterizedTest(name = "in {0}, {1} has {2} hours")
    @CsvSource({"America/New_York, 2026-03-08, 23", "America/New_York, 2026-11-01, 25", "Asia/Shanghai, 2026-11-01, 24"
    })
    void areAsLongAsTheClocksSay(String zone, LocalDate day, int hours) {
        CalendarDays days = in(zone);

        assertThat(Duration.between(days.startOf(day), days.startOf(day.plusDays(1))))
                .hasHours(hours);
    }

    @Test
    void beginLaterThanMidnightWhereMidnightIsSkipped() {
        assertThat(in("America/Santiago").startOf(LocalDate.of(2026, 9, 6)))
                .isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void countBackFromToday() {
        time.set(Instant.parse("2026-02-28T16:30:00Z"));

        assertThat(in("Asia/Shanghai").last(3))
                .isEqualTo(List.of(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)));
    }

    private CalendarDays in(String zone) {
        return new CalendarDays(Configured.by(LedgerConfig.class, Map.of("auth.ledger.zone", zone)), time);
    }
}
