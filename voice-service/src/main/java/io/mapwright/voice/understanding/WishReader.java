package io.mapwright.voice.understanding;

import io.mapwright.voice.action.Wish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a model's answer as a wish. Models vary in how they write a list or a number; nonsense is no wish. */
final class WishReader {

    private static final String LIST_MARKS = "\\s*[,，、;；\\n]\\s*";
    private static final int MOST_TARGETS = 20;
    private static final int LONGEST_TARGET = 200;

    private WishReader() {}

    static Optional<Wish> read(Map<String, Object> answer) {
        Optional<String> action = text(answer.get("action")).map(name -> name.toLowerCase(Locale.ROOT));
        Optional<Double> confidence = confidence(answer.get("confidence"));
        if (action.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wish(
                action.get(),
                confidence.get(),
                text(answer.get("node")),
                targets(answer.get("target"), action.get()),
                text(answer.get("category"))));
    }

    private static Optional<Double> confidence(Object value) {
        try {
            return text(value).map(Double::parseDouble).filter(number -> number >= 0 && number <= 1);
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }

    /** Only what is added may be several things: a comma in a new text is a comma. */
    private static List<String> targets(Object value, String action) {
        Stream<String> texts = value instanceof List<?> list
                ? list.stream().map(WishReader::text).flatMap(Optional::stream)
                : text(value).stream();
        if (action.equals("add_nodes")) {
            texts = texts.flatMap(text -> Stream.of(text.split(LIST_MARKS)));
        }
        return texts.map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TARGET)
                .limit(MOST_TARGETS)
                .toList();
    }

    static Optional<String> text(Object value) {
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString().strip()).filter(text -> !text.isEmpty() && !text.equals("null"))
                : Optional.empty();
    }
}
