package io.mapwright.auth.storage.postgres;

/**
 * One statement and the name under which the time of its connection is measured.
 *
 * @param name what it does, lower case with underscores
 * @param text SQL with {@code $1}, {@code $2}, … for its arguments
 */
public record Sql(String name, String text) {}
