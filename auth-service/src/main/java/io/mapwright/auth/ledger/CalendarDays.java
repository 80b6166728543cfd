package io.mapwright.auth.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Calendar days as the people live them whose usage is counted. */
@ApplicationScoped
public class CalendarDays {

    private final ZoneId zone;
    private final InstantSource time;

    CalendarDays(LedgerConfig config, InstantSource time) {
        this.zone = config.zone();
        this.time = time;
    }

    /** The day that a moment belongs to. */
    public LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** Today. */
    public LocalDate today() {
        return of(time.instant());
    }

    /** The last {@code count} days, today included, the earliest first. */
    public List<LocalDate> last(int count) {
        LocalDate today = today();
        return today.minusDays(count - 1L).datesUntil(today.plusDays(1)).toList();
    }

    /** The moment with which a day begins; not always midnight where clocks are changed. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The zone whose days these are. */
    public ZoneId zone() {
        return zone;
    }
}
