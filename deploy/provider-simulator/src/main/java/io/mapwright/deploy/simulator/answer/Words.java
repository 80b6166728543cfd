package io.mapwright.deploy.simulator.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds names in texts: whole words in English, anywhere in Chinese. */
final class Words {

    private Words() {}

    /** Length of the longest of the names that the text contains, 0 when it has none. */
    static int longest(List<String> names, String text) {
        int longest = 0;
        for (String name : names) {
            if (name.length() > longest && position(name, text) >= 0) {
                longest = name.length();
            }
        }
        return longest;
    }

    /** Where a name first stands in the text; -1 when it does not. */
    static int position(List<String> names, String text) {
        int first = -1;
        for (String name : names) {
            int at = position(name, text);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    private static int position(String name, String text) {
        String where = text.toLowerCase(Locale.ROOT);
        String what = name.toLowerCase(Locale.ROOT);
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
            if (isWord(where, at, at + what.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWord(String text, int from, int to) {
        return !(joins(text, from - 1, from) || (joins(text, to - 1, to) && !isPluralEnd(text, to)));
    }

    private static boolean isPluralEnd(String text, int at) {
        boolean s = text.charAt(at) == 's' && !joins(text, at, at + 1);
        return s || (text.startsWith("es", at) && !joins(text, at + 1, at + 2));
    }

    private static boolean joins(String text, int left, int right) {
        return left >= 0 && right < text.length() && isLatin(text.charAt(left)) && isLatin(text.charAt(right));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }

    /** With a capital first letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Replaces every match of a pattern at the beginning, again and again. */
    static String strip(String text, Pattern leading) {
        String rest = text;
        for (var match = leading.matcher(rest); match.lookingAt() && match.end() > 0; match = leading.matcher(rest)) {
            rest = rest.substring(match.end());
        }
        return rest;
    }
}
