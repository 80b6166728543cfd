package io.mapwright.voice.completion;

import java.util.regex.Pattern;

/** Keeps what people say apart from what a model is told: their words stand between tags that they cannot write. */
public final class UserText {

    private static final Pattern TAG = Pattern.compile("<(?=\\s*/?\\s*user_)", Pattern.CASE_INSENSITIVE);

    private UserText() {}

    /** {@code text} between {@code <user_text>} tags, cut to {@code most} characters. */
    public static String fenced(String text, int most) {
        return fenced("user_text", text, most);
    }

    /** {@code text} between tags of this name, which begins with {@code user_}. */
    public static String fenced(String tag, String text, int most) {
        return "<" + tag + ">\n" + harmless(text, most) + "\n</" + tag + ">";
    }

    /** {@code text} without anything that a model could take for one of the tags. */
    public static String harmless(String text, int most) {
        return TAG.matcher(beginning(text, most)).replaceAll("‹");
    }

    /** Never ends in the middle of a character. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
