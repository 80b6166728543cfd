package io.mapwright.diagram.repair;

/**
 * Reads one string, with straight or typographic quotes, raw line breaks, and quotes somebody forgot to escape.
 *
 * @param value the text, as far as it came
 * @param closed whether the closing quote was found
 */
record QuotedString(String value, boolean closed) {

    private static final String STRAIGHT = "\"\uFF02";
    private static final String TYPOGRAPHIC = "\u201C\u201D\u201E\u201F";

    /** What may follow a string; a quote before anything else belongs to the text. */
    private static final String FOLLOWERS = ",:}]/`\0\uFF0C\uFF1A";

    static boolean opensWith(char c) {
        return STRAIGHT.indexOf(c) >= 0 || TYPOGRAPHIC.indexOf(c) >= 0;
    }

    /** Reads from the opening quote to behind the closing one, at most {@code limit} characters of text. */
    static QuotedString read(Cursor cursor, int limit) {
        boolean straight = STRAIGHT.indexOf(cursor.next()) >= 0;
        var value = new StringBuilder();
        while (!cursor.atEnd() && value.length() < limit) {
            if (closes(cursor, straight)) {
                cursor.skip(1);
                return new QuotedString(value.toString(), true);
            }
            char c = cursor.next();
            if (c == '\\') {
                appendEscaped(value, cursor);
            } else {
                value.append(c);
            }
        }
        return new QuotedString(value.toString(), false);
    }

    private static boolean closes(Cursor cursor, boolean straight) {
        char c = cursor.here();
        if (straight ? STRAIGHT.indexOf(c) < 0 : !opensWith(c)) {
            return false;
        }
        char follower = cursor.firstInkAfter(0);
        return FOLLOWERS.indexOf(follower) >= 0 || opensWith(follower);
    }

    private static void appendEscaped(StringBuilder value, Cursor cursor) {
        if (cursor.atEnd()) {
            return;
        }
        char c = cursor.next();
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'u' -> appendUnicode(value, cursor);
            default -> value.append(c);
        }
    }

    private static void appendUnicode(StringBuilder value, Cursor cursor) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(cursor.ahead(i), 16);
            if (digit < 0) {
                value.append('u');
                return;
            }
            code = code * 16 + digit;
        }
        cursor.skip(4);
        value.append((char) code);
    }
}
