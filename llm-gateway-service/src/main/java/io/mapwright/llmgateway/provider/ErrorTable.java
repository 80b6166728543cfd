package io.mapwright.llmgateway.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A vendor's error codes and what they mean, read from the top: the first row that matches decides. Rows that look at words
 * stand above rows that look at codes only, since several vendors use one code for a moment's rush and for unpaid bills.
 */
public final class ErrorTable {

    private final List<Row> rows;
    private final List<Row> guesses;

    private ErrorTable(List<Row> rows, List<Row> guesses) {
        this.rows = List.copyOf(rows);
        this.guesses = List.copyOf(guesses);
    }

    /** An empty table to be filled. */
    public static Builder rows() {
        return new Builder();
    }

    /** What the first matching row says, empty when none matches. */
    public Optional<Meaning> meaningOf(ErrorSignal signal) {
        return firstOf(rows, signal);
    }

    /** What a code that no row knows probably means with this vendor, where that is not what the HTTP status says. */
    public Optional<Meaning> guessOf(ErrorSignal signal) {
        return firstOf(guesses, signal);
    }

    private static Optional<Meaning> firstOf(List<Row> rows, ErrorSignal signal) {
        return rows.stream()
                .filter(row -> row.matches().test(signal))
                .map(Row::meaning)
                .findFirst();
    }

    private record Row(Predicate<ErrorSignal> matches, Meaning meaning) {}

    /** Collects rows in order. */
    public static final class Builder {

        private final List<Row> rows = new ArrayList<>();
        private final List<Row> guesses = new ArrayList<>();

        private Builder() {}

        /** Any of these codes (or types, where there is no code), at any HTTP status. */
        public Builder code(Meaning meaning, String... names) {
            Set<String> known = Set.of(names);
            return row(meaning, signal -> known.contains(signal.code()) || known.contains(signal.type()));
        }

        /** Any code that starts with {@code prefix}. */
        public Builder prefix(Meaning meaning, String prefix) {
            return row(meaning, signal -> signal.name().startsWith(prefix));
        }

        /** Any of these codes, but only with this HTTP status. */
        public Builder codeAt(int status, Meaning meaning, String... names) {
            Set<String> known = Set.of(names);
            return row(
                    meaning,
                    signal -> signal.status() == status
                            && (known.contains(signal.code()) || known.contains(signal.type())));
        }

        /** Words in the message, case ignored, whatever the code. */
        public Builder saying(Meaning meaning, String regex) {
            Pattern words = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
            return row(meaning, signal -> words.matcher(signal.message()).find());
        }

        /** A code that matches {@code regex} as a whole. */
        public Builder codeLike(Meaning meaning, String regex) {
            Pattern form = Pattern.compile(regex);
            return row(meaning, signal -> form.matcher(signal.name()).matches());
        }

        /** An HTTP status, whatever the body says. */
        public Builder status(Meaning meaning, int... statuses) {
            return row(meaning, signal -> {
                for (int status : statuses) {
                    if (signal.status() == status) {
                        return true;
                    }
                }
                return false;
            });
        }

        /** An unknown code that matches {@code regex} as a whole: judged so, and still reported as unknown. */
        public Builder guess(Meaning meaning, String regex) {
            Pattern form = Pattern.compile(regex);
            guesses.add(new Row(signal -> form.matcher(signal.name()).matches(), meaning));
            return this;
        }

        /** The finished table. */
        public ErrorTable build() {
            return new ErrorTable(rows, guesses);
        }

        private Builder row(Meaning meaning, Predicate<ErrorSignal> matches) {
            rows.add(new Row(matches, meaning));
            return this;
        }
    }
}
