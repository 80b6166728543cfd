package io.mapwright.diagram.request.rest;

import io.mapwright.defaults.problem.Language;
import io.mapwright.defaults.problem.ProblemException;
import io.mapwright.defaults.problem.Text;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects every wrong field of one request, so that a caller learns of all at once. */
public final class FieldErrors {

    private final Map<String, Text> errors = new LinkedHashMap<>();

    /** Notes that a field is wrong; of several mistakes in one field the first is told. */
    public void add(String field, String zh, String en) {
        errors.putIfAbsent(field, new Text(zh, en));
    }

    /** A text of {@code least} to {@code most} characters, or the empty text and an error. */
    public String required(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank() || lengthOf(value) > most) {
            add(field, "长度必须在 1 到 " + most + " 个字符之间", "must have 1 to " + most + " characters");
            return "";
        }
        return storable(field, value) ? value : "";
    }

    /** A text of at most {@code most} characters, if there is one. */
    public Optional<String> optional(String field, @Nullable String value, int most) {
        if (value != null && lengthOf(value) > most) {
            add(field, "最多 " + most + " 个字符", "must have at most " + most + " characters");
            return Optional.empty();
        }
        return Optional.ofNullable(value).filter(text -> !text.isBlank() && storable(field, text));
    }

    /** PostgreSQL's texts hold every character but one. */
    private boolean storable(String field, String text) {
        if (text.indexOf('\0') < 0) {
            return true;
        }
        add(field, "不能包含字符 U+0000", "must not contain the character U+0000");
        return false;
    }

    /** One of a few known names; {@code fallback} when there is none, or an error. */
    public <T> T oneOf(
            String field, @Nullable String value, Function<String, Optional<T>> named, String known, T fallback) {
        if (value == null) {
            return fallback;
        }
        return named.apply(value).orElseGet(() -> {
            add(field, "必须是以下之一：" + known, "must be one of: " + known);
            return fallback;
        });
    }

    /** The refusal of a request with one wrong field. */
    public static ProblemException one(String field, String zh, String en) {
        var errors = new FieldErrors();
        errors.add(field, zh, en);
        return errors.problem();
    }

    /** Refuses the request if anything was wrong. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw problem();
        }
    }

    private ProblemException problem() {
        var problem = ProblemException.of(422, "invalid_parameter")
                .text("请求参数有误：" + joined(Text::zh), "Invalid request: " + joined(Text::en));
        errors.forEach((field, text) -> problem.field(field, text.zh(), text.en()));
        return problem.build();
    }

    /** A whole number within a range. */
    public void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            add(field, "必须在 " + least + " 到 " + most + " 之间", "must be between " + least + " and " + most);
        }
    }

    /**
     * The body itself.
     *
     * @throws ProblemException 400 when there is none
     */
    public static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemException.of(400, "invalid_parameter")
                    .text("请求体必须是一个 JSON 对象", "The request body must be a JSON object")
                    .build();
        }
        return body;
    }

    /** The language called {@code zh} or {@code en}. */
    public static Optional<Language> language(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The names of all values, as requests write them. */
    public static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
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
