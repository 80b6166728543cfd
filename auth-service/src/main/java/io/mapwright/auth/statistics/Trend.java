package io.mapwright.auth.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One value for each of a row of calendar days, none left out. */
public record Trend(List<Point> points) {

    /** What happened on each day; nothing on those that are not in {@code values}. */
    static Trend ofDays(List<LocalDate> days, Map<LocalDate, Long> values) {
        return new Trend(days.stream()
                .map(day -> new Point(day, values.getOrDefault(day, 0L)))
                .toList());
    }

    /** How many there were at the end of each day, counted back from how many there are now. */
    static Trend ofStock(List<LocalDate> days, long now, Map<LocalDate, Long> additions) {
        List<Point> backwards = new ArrayList<>();
        long count = now;
        for (LocalDate day : days.reversed()) {
            backwards.add(new Point(day, count));
            count -= additions.getOrDefault(day, 0L);
        }
        return new Trend(List.copyOf(backwards.reversed()));
    }

    /** The value of one day. */
    public record Point(LocalDate day, long value) {}
}
