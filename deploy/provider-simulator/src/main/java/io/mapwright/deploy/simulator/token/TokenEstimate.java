package io.mapwright.deploy.simulator.token;

import java.util.List;

/**
 * Counts tokens by character class, which follows the vocabulary of Qwen to about a third in the worst hundredth of all
 * texts and costs no dictionary.
 *
 * <p>The numbers are what the simulated providers report and bill, without any safety margin, so that a test can compare
 * a caller's bookkeeping with the provider's to the token.
 */
public final class TokenEstimate {

    private static final int PER_MESSAGE = 4;
    private static final int PER_REQUEST = 3;

    private TokenEstimate() {}

    /** Tokens of a text, rounded up; zero only for an empty text. */
    public static int of(String text) {
        double weight = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            weight += weight(codePoint);
            i += Character.charCount(codePoint);
        }
        return (int) Math.ceil(weight - 1e-9);
    }

    /** Tokens of a prompt: each message's text and its frame, and the frame of the request. */
    public static int ofPrompt(List<String> messages) {
        int tokens = PER_REQUEST;
        for (String message : messages) {
            tokens += PER_MESSAGE + of(message);
        }
        return tokens;
    }

    /** What one code point adds to the count. */
    public static double weight(int codePoint) {
        return codePoint < 128 ? ascii(codePoint) : wide(codePoint);
    }

    private static double ascii(int c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return 0.22;
        }
        if (c >= '0' && c <= '9') {
            return 1.0;
        }
        return c <= ' ' ? 0.15 : 0.6;
    }

    private static double wide(int codePoint) {
        if (Character.isIdeographic(codePoint)) {
            return 0.65;
        }
        boolean cjkPunctuation = (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF65)
                || (codePoint >= 0x2010 && codePoint <= 0x2027);
        return cjkPunctuation ? 0.9 : 1.0;
    }
}
