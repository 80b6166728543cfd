package io.mapwright.deploy.simulator.answer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.mapwright.deploy.simulator.token.TokenEstimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that a model says, with its tokens and the pieces in which it is streamed. Immutable, so that one answer serves
 * many calls.
 */
public final class Answer {

    /** Says nothing. */
    public static final Answer EMPTY = new Answer("", 1, false);

    private final String text;
    private final int tokens;
    private final List<Piece> pieces;
    private final boolean cut;

    private Answer(String text, int chunkTokens, boolean cut) {
        this.text = text;
        this.tokens = TokenEstimate.of(text);
        this.pieces = split(text, chunkTokens);
        this.cut = cut;
    }

    /** @param chunkTokens tokens of a piece, about, at least 1 */
    public static Answer of(String text, int chunkTokens) {
        return text.isEmpty() ? EMPTY : new Answer(text, chunkTokens, false);
    }

    /** The beginning of this answer with at most {@code maxTokens} tokens; zero means the whole. */
    public Answer upTo(int maxTokens, int chunkTokens) {
        if (maxTokens <= 0 || tokens <= maxTokens) {
            return this;
        }
        double weight = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            weight += TokenEstimate.weight(codePoint);
            if (weight > maxTokens) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return new Answer(text.substring(0, end), chunkTokens, true);
    }

    public String text() {
        return text;
    }

    public int tokens() {
        return tokens;
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** Whether a token limit ended it. */
    public boolean isCut() {
        return cut;
    }

    private static List<Piece> split(String text, int chunkTokens) {
        List<Piece> pieces = new ArrayList<>();
        double weight = 0;
        double last = 0;
        int start = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            weight += TokenEstimate.weight(codePoint);
            if (weight - last >= chunkTokens || i == text.length()) {
                pieces.add(new Piece(quote(text.substring(start, i)), (int) Math.ceil(weight - 1e-9)));
                start = i;
                last = weight;
            }
        }
        return List.copyOf(pieces);
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        return out.append('"').toString();
    }

    /**
     * What one event of a stream carries.
     *
     * @param json the text as a JSON string literal
     * @param tokensSoFar tokens of the answer up to the end of this piece
     */
    public record Piece(String json, int tokensSoFar) {}
}
