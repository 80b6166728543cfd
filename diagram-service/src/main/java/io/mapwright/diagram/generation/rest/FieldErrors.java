package io.mapwright.diagram.generation.rest;

import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Text;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects every wrong field of one request, so that a caller learns of all at once. */
final class FieldErrors {

    private final Map<String, Text> errors = new LinkedHashMap<>();

    void add(String field, String zh, String en) {
        errors.putIfAbsent(field, new Text(zh, en));
    }

    /** A text of {@code least} to {@code most} characters, or the empty text and an error. */
    String required(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank() || lengthOf(value) > most) {
            add(field, "长度必须在 1 到 " + most + " 个字符之间", "must have 1 to " + most + " characters");
            return "";
        }
        return value;
    }

    /** A text of at most {@code most} characters, if there is one. */
    Optional<String> optional(String field, @Nullable String value, int most) {
        if (value != null && lengthOf(value) > most) {
            add(field, "最多 " + most + " 个字符", "must have at most " + most + " characters");
            return Optional.empty();
        }
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /** One of a few known names; {@code fallback} when there is none, or an error. */
    <T> T oneOf(String field, @Nullable String value, Function<String, Optional<T>> named, String known, T fallback) {
        if (value == null) {
            return fallback;
        }
        return named.apply(value).orElseGet(() -> {
            add(field, "必须是以下之一：" + known, "must be one of: " + known);
            return fallback;
        });
    }

    /** Refuses the request if anything was wrong. */
    void throwIfAny() {
        if (errors.isEmpty()) {
            return;
        }
        var problem = ProblemException.of(422, "invalid_parameter")
                .text("请求参数有误：" + joined(Text::zh), "Invalid request: " + joined(Text::en));
        errors.forEach((field, text) -> problem.field(field, text.zh(), text.en()));
        throw problem.build();
    }

    private String joined(Function<Text, String> language) {
        return errors.entrySet().stream()
                .map(error -> error.getKey() + " " + language.apply(error.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }
}
