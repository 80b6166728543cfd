package io.mapwright.defaults.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The two languages in which the suite speaks to people. */
public enum Language {
    ZH,
    EN;

    /** Header that a client sets to choose a language whatever its browser prefers. */
    public static final String HEADER = "X-Language";

    /**
     * The language for an answer.
     *
     * @param chosen value of {@link #HEADER}, or null when the request has none
     * @param accepted value of {@code Accept-Language}, or null when the request has none
     * @return the first of the two that names Chinese or English; Chinese when neither does
     */
    public static Language of(String chosen, String accepted) {
        return named(chosen).or(() -> preferred(accepted)).orElse(ZH);
    }

    /** The locale under which Bean Validation finds this language's messages. */
    public Locale locale() {
        return this == ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static Optional<Language> preferred(String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            return ranges.stream()
                    .map(range -> named(range.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            // A header that RFC 9110 does not allow says nothing about the reader.
            return Optional.empty();
        }
    }

    private static Optional<Language> named(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.name().toLowerCase(Locale.ROOT).equals(primary))
                .findFirst();
    }
}
