package io.mapwright.voice.understanding;

import java.util.regex.Pattern;

/**
 * What somebody said or typed.
 *
 * @param text the words, not blank
 * @param manner how they came
 */
public record Utterance(String text, Manner manner) {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    public Utterance {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an utterance has words");
        }
    }

    /** Whether it is Chinese: one Chinese character is enough. */
    public boolean isChinese() {
        return HAN.matcher(text).find();
    }

    /** How words came. */
    public enum Manner {
        /** Heard, perhaps wrongly. */
        SPOKEN,
        /** As they were meant. */
        TYPED
    }
}
