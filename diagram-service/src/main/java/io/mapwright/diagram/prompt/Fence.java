package io.mapwright.diagram.prompt;

import java.util.regex.Pattern;

/** Sets what people wrote apart from instructions: between two tags that their text cannot close or open. */
final class Fence {

    /** Longest text that reaches a model. */
    static final int LIMIT = 10_000;

    private static final Pattern TAG = Pattern.compile("<(?=\\s*/?\\s*user_)", Pattern.CASE_INSENSITIVE);

    private Fence() {}

    static String around(String tag, String text) {
        var capped = text.length() > LIMIT ? text.substring(0, LIMIT) : text;
        return "<" + tag + ">\n" + TAG.matcher(capped).replaceAll("‹") + "\n</" + tag + ">";
    }
}
