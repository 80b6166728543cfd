package io.mapwright.defaults.problem.rest;

import io.mapwright.defaults.problem.Text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values that travel as text: which texts stand for one, and how to tell somebody whose text does not. */
final class Scalar {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(double.class, Double::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(boolean.class, Scalar::truth),
            Map.entry(Boolean.class, Scalar::truth),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(UUID.class, UUID::fromString));

    private Scalar() {}

    /** Whether {@code value} stands for a {@code type}; true for types that this class does not know. */
    static boolean isReadable(Class<?> type, String value) {
        try {
            Function<String, ?> reader =
                    type.isEnum() ? text -> constant(type, text) : READERS.getOrDefault(type, Function.identity());
            return reader.apply(value) != null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
    }

    /** "must be …", for a type whose values have a form of their own. */
    static Text wanted(Class<?> type) {
        if (isTruth(type)) {
            return new Text("必须是 true 或 false", "must be true or false");
        }
        if (type.isEnum()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new Text("必须是以下之一：" + known, "must be one of: " + known);
        }
        if (type == LocalDate.class) {
            return new Text("必须是日期，例如 2026-11-24", "must be a date such as 2026-11-24");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return new Text("必须是带时区的时间，例如 2026-11-24T08:00:00Z", "must be a moment such as 2026-11-24T08:00:00Z");
        }
        if (type == UUID.class) {
            return new Text("必须是 UUID", "must be a UUID");
        }
        return type == double.class || type == Double.class
                ? new Text("必须是数字", "must be a number")
                : new Text("必须是整数", "must be a whole number");
    }

    /** Whether {@link #wanted} says more about the type than what JSON calls it. */
    static boolean hasForm(Class<?> type) {
        return type == LocalDate.class || type == Instant.class || type == OffsetDateTime.class || type == UUID.class;
    }

    private static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Object constant(Class<?> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }
}
