package io.mapwright.llmgateway.estimation;

import java.util.List;
import java.util.Map;

/**
 * Estimates tokens by classes of characters. Within a third of the real count of Qwen's tokenizer for Chinese and English
 * prose, tables and code; digits weigh a whole token each, as they do there. Stateless.
 */
public final class TokenRule {

    private static final double PER_MESSAGE = 4;
    private static final double PER_REQUEST = 3;

    private TokenRule() {}

    /** Estimated tokens of a text, not rounded. */
    public static double weigh(CharSequence text) {
        return text.codePoints().mapToDouble(TokenRule::weight).sum();
    }

    /** Estimated tokens of a text. */
    public static long count(CharSequence text) {
        return Math.round(weigh(text));
    }

    /**
     * Estimated tokens of a chat request: all words of its messages, tools and answer format.
     *
     * @param body the request as a tree of maps, lists and strings
     */
    public static long countPrompt(Map<String, Object> body) {
        double sum = PER_REQUEST;
        if (body.get("messages") instanceof List<?> messages) {
            sum += messages.size() * PER_MESSAGE + weighTree(messages);
        }
        return (long) Math.ceil(sum + weighTree(body.get("tools")) + weighTree(body.get("response_format")));
    }

    private static double weighTree(Object tree) {
        return switch (tree) {
            case null -> 0;
            case String text -> text.startsWith("data:") ? 0 : weigh(text);
            case Map<?, ?> map ->
                map.values().stream().mapToDouble(TokenRule::weighTree).sum();
            case List<?> list -> list.stream().mapToDouble(TokenRule::weighTree).sum();
            default -> 1;
        };
    }

    private static double weight(int character) {
        if (character < 128) {
            return asciiWeight(character);
        }
        if (Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN) {
            return 0.65;
        }
        boolean cjkPunctuation =
                character >= 0x3000 && character <= 0x303F || character >= 0xFF00 && character <= 0xFF65;
        return cjkPunctuation ? 0.9 : 1.0;
    }

    private static double asciiWeight(int character) {
        if (Character.isLetter(character)) {
            return 0.22;
        }
        if (Character.isDigit(character)) {
            return 1.0;
        }
        return Character.isWhitespace(character) ? 0.15 : 0.6;
    }
}
