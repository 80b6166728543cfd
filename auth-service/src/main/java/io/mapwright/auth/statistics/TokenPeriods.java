package io.mapwright.auth.statistics;

/**
 * Tokens by how long ago.
 *
 * @param today the calendar day that is not over yet
 * @param pastWeek the last 7 calendar days, today included
 * @param pastMonth the last 30 calendar days, today included
 * @param total ever
 */
public record TokenPeriods(Tokens today, Tokens pastWeek, Tokens pastMonth, Tokens total) {}
