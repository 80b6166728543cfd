package io.mapwright.diagram.repair;

/** A position in the answer that moves forward only. */
final class Cursor {

    private final String text;
    private int position;

    Cursor(String text, int position) {
        this.text = text;
        this.position = position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The character here, or NUL behind the end. */
    char here() {
        return ahead(0);
    }

    char ahead(int distance) {
        int index = position + distance;
        return index < text.length() ? text.charAt(index) : '\0';
    }

    char next() {
        return text.charAt(position++);
    }

    void skip(int count) {
        position = Math.min(text.length(), position + count);
    }

    /** Moves over white space and comments. */
    void skipBlank() {
        while (!atEnd()) {
            char c = here();
            if (isBlank(c)) {
                position++;
            } else if (c == '/' && ahead(1) == '/') {
                skipTo("\n");
            } else if (c == '/' && ahead(1) == '*') {
                position += 2;
                skipTo("*/");
            } else {
                return;
            }
        }
    }

    /** The first character behind the white space that follows the one at {@code distance}, or NUL. */
    char firstInkAfter(int distance) {
        int index = position + distance + 1;
        while (index < text.length() && isBlank(text.charAt(index))) {
            index++;
        }
        return index < text.length() ? text.charAt(index) : '\0';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, position);
        position = found < 0 ? text.length() : found + end.length();
    }
}
