package io.mapwright.auth.statistics;

import java.util.Locale;
import java.util.Optional;

/** What a trend shows. */
public enum TrendMetric {
    /** People there were at the end of each day. */
    USERS,
    /** Organizations there were at the end of each day. */
    ORGANIZATIONS,
    /** People who registered on each day. */
    REGISTRATIONS,
    /** Tokens used on each day. */
    TOKENS;

    /** The metric as it is written in requests. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The metric written as {@code code}; empty when there is none. */
    public static Optional<TrendMetric> parse(String code) {
        for (TrendMetric metric : values()) {
            if (metric.code().equals(code)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
