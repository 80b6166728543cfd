package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.token.TokenEstimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in the pieces in which it is spoken: a few Chinese characters, or a word.
 *
 * @param text the whole
 * @param pieces in order; their texts make up the whole
 */
record Speech(String text, List<Piece> pieces) {

    private static final int CHARACTERS = 3;
    private static final int LETTERS_OF_A_SYLLABLE = 3;

    /**
     * @param voiced the characters that are heard, one per syllable
     * @param paused whether a pause follows
     */
    record Piece(String text, List<Integer> voiced, boolean paused) {

        int syllables() {
            return voiced.size() + (paused ? 1 : 0);
        }

        int textTokens() {
            return TokenEstimate.of(text);
        }
    }

    static Speech of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        int wide = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            wide += Character.isIdeographic(codePoint) ? 1 : 0;
            boolean ends = i == text.length() || isBreak(codePoint) || wide == CHARACTERS;
            boolean more = i < text.length() && isBreak(text.codePointAt(i));
            if (ends && !more) {
                pieces.add(piece(text.substring(start, i)));
                start = i;
                wide = 0;
            }
        }
        return new Speech(text, List.copyOf(pieces));
    }

    /** Milliseconds of sound. */
    long millis() {
        return (long) Syllables.MILLIS
                * pieces.stream().mapToInt(Piece::syllables).sum();
    }

    private static Piece piece(String text) {
        List<Integer> voiced = new ArrayList<>();
        int letters = 0;
        boolean paused = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isIdeographic(codePoint) || Character.isDigit(codePoint)) {
                voiced.add(codePoint);
            } else if (Character.isLetter(codePoint) && letters++ % LETTERS_OF_A_SYLLABLE == 0) {
                voiced.add(codePoint);
            }
            paused |= isBreak(codePoint) && !Character.isWhitespace(codePoint);
        }
        return new Piece(text, List.copyOf(voiced), paused);
    }

    private static boolean isBreak(int codePoint) {
        return Character.isWhitespace(codePoint) || "，。！？；：、,.!?;:".indexOf(codePoint) >= 0;
    }
}
