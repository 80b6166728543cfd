package io.mapwright.voice.understanding;

import java.util.regex.Pattern;

/**
 * Tells a paragraph, whose subject and points become a map, from a sentence, which is a wish or a question: it has 30
 * words or more, or two ends of sentences or more. Chinese has no spaces between words; two of its characters count as
 * one.
 */
public final class Paragraph {

    private static final int WORDS = 30;
    private static final int SENTENCES = 2;
    private static final int HAN_CHARACTERS_IN_A_WORD = 2;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Points within numbers and rows of dots end no sentence. */
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？；]+|[.!?;]+(?=\\s|$|[\"'”’)])");

    private Paragraph() {}

    /** Whether {@code text} is one. */
    public static boolean is(String text) {
        return words(text) >= WORDS || SENTENCE_END.matcher(text).results().count() >= SENTENCES;
    }

    private static long words(String text) {
        return WORD.matcher(text).results().count()
                + HAN.matcher(text).results().count() / HAN_CHARACTERS_IN_A_WORD;
    }
}
