package io.mapwright.diagram.classification;

import io.mapwright.diagram.specification.DiagramType;

import java.util.List;
import java.util.regex.Pattern;

/** Classifies by the words of the text alone: the same text always gets the same verdict. */
final class Keywords {

    /** In a long text keywords of every kind occur by chance. */
    private static final int SHORT_TEXT = 120;

    /** Patterns look no further, so that no text takes long. */
    private static final int LOOKED_AT = 200;

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final int FEWEST_LETTERS = 2;

    private Keywords() {}

    static Verdict of(String text) {
        var beginning = text.strip();
        beginning = beginning.substring(0, Math.min(LOOKED_AT, beginning.length()));
        var named = NamedMap.wishedIn(beginning);
        return named instanceof Verdict.Open ? intended(beginning) : named;
    }

    /** Whether there are too few letters for any subject. */
    static boolean saysNothing(String text) {
        return LETTERS.matcher(text).results().limit(FEWEST_LETTERS).count() < FEWEST_LETTERS;
    }

    private static Verdict intended(String text) {
        List<DiagramType> certain = Intent.ALL.stream()
                .filter(intent -> intent.certain().matcher(text).find())
                .map(Intent::type)
                .toList();
        if (certain.size() == 1 && text.length() <= SHORT_TEXT) {
            return new Verdict.Certain(certain.getFirst());
        }
        if (!certain.isEmpty()) {
            return new Verdict.Likely(certain.getFirst());
        }
        return Intent.ALL.stream()
                .filter(intent -> intent.likely().matcher(text).find())
                .findFirst()
                .<Verdict>map(intent -> new Verdict.Likely(intent.type()))
                .orElse(new Verdict.Open());
    }
}
