package io.mapwright.diagram.repair;

import io.mapwright.diagram.json.Json;
import io.mapwright.diagram.json.JsonObject;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads one object from where it begins. It keeps its own stack instead of recursing, never moves backwards, and takes
 * whatever it meets for the least surprising thing: an unexpected mark is skipped, a closing bracket closes the nearest
 * open one of its kind, the end of the text closes everything.
 */
final class LenientReader {

    private static final int KEY_LIMIT = 256;
    private static final int DEPTH_LIMIT = 64;

    private final Cursor cursor;
    private final Cursor probe;
    private final Deque<Container> open = new ArrayDeque<>();

    LenientReader(String text, int start) {
        this.cursor = new Cursor(text, start);
        this.probe = new Cursor(text, start);
    }

    /** Whether a key and a colon, or the closing brace, follow the brace at the start. */
    boolean beginsAnObject() {
        probe.skip(1);
        probe.skipBlank();
        if (probe.here() == '}') {
            return true;
        }
        if (!QuotedString.opensWith(probe.here())
                || !QuotedString.read(probe, KEY_LIMIT).closed()) {
            return false;
        }
        probe.skipBlank();
        return isColon(probe.here());
    }

    ModelOutput read() {
        cursor.skip(1);
        open.push(new Container.Members());
        while (true) {
            cursor.skipBlank();
            if (cursor.atEnd()) {
                return truncated();
            }
            char c = cursor.here();
            if (c == '}' || c == ']') {
                cursor.skip(1);
                var finished = close(c == '}');
                if (finished instanceof ModelOutput.Structured) {
                    return finished;
                }
            } else if (!step(c)) {
                return truncated();
            }
        }
    }

    /** Takes one value, key or stray mark; false when the nesting is deeper than any diagram. */
    private boolean step(char c) {
        if (c == '{' || c == '[') {
            cursor.skip(1);
            open.push(c == '{' ? new Container.Members() : new Container.Items());
            return open.size() <= DEPTH_LIMIT;
        }
        if (QuotedString.opensWith(c)) {
            takeString();
        } else if (Character.isLetterOrDigit(c) || c == '-') {
            top().take(bareWord());
        } else {
            if (c == ',') {
                top().forgetKey();
            }
            cursor.skip(1);
        }
        return true;
    }

    private void takeString() {
        var container = top();
        boolean key = container.expectsKey();
        var string = QuotedString.read(cursor, Integer.MAX_VALUE);
        if (!string.closed()) {
            // Half a word is worse than no word: an unfinished string is left out.
            return;
        }
        if (!key) {
            container.take(Json.of(string.value()));
            return;
        }
        cursor.skipBlank();
        if (isColon(cursor.here())) {
            cursor.skip(1);
            container.expectValueOf(string.value());
        }
    }

    private Json bareWord() {
        var word = new StringBuilder();
        while (!cursor.atEnd() && isWordPart(cursor.here())) {
            word.append(cursor.next());
        }
        return BareWord.toJson(word.toString());
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
    }

    private static boolean isColon(char c) {
        return c == ':' || c == '\uFF1A';
    }

    private ModelOutput close(boolean object) {
        if (open.stream().noneMatch(container -> container.isObject() == object)) {
            return new ModelOutput.Prose();
        }
        while (top().isObject() != object) {
            fold();
        }
        return fold();
    }

    private ModelOutput truncated() {
        ModelOutput result = new ModelOutput.Prose();
        while (!open.isEmpty()) {
            result = fold();
        }
        return result instanceof ModelOutput.Structured whole ? new ModelOutput.Structured(whole.json(), true) : result;
    }

    /** Puts the innermost container into the one around it; the outermost is the result. */
    private ModelOutput fold() {
        var closed = open.pop().toJson();
        if (open.isEmpty()) {
            return closed instanceof JsonObject object
                    ? new ModelOutput.Structured(object, false)
                    : new ModelOutput.Prose();
        }
        top().take(closed);
        return new ModelOutput.Prose();
    }

    private Container top() {
        return open.element();
    }
}
