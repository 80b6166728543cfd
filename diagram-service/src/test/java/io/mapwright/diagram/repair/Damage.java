package io.mapwright.diagram.repair;

import java.util.function.UnaryOperator;

/** What models do to JSON. Every damage leaves the whole content in the text. */
enum Damage {
    FENCE(json -> "```json\n" + json + "\n```"),
    PROSE("Sure! A {map} like [this]: "::concat),
    EPILOGUE(json -> json + "\n\nI hope {this} helps: \"enjoy\"!"),
    REASONING("<think>Perhaps {\"topic\": \"a draft\"}?</think>\n"::concat),
    TYPOGRAPHIC_QUOTES(json -> outsideAndInside(json, Damage::typographic)),
    LINE_COMMENTS(
            json -> outsideAndInside(json, (c, inside, opening) -> !inside && c == ',' ? ", // \"next\" }\n" : null)),
    BLOCK_COMMENTS(json -> outsideAndInside(json, (c, inside, opening) -> !inside && c == ':' ? "/* is: */:" : null)),
    TRAILING_COMMAS(json ->
            outsideAndInside(json, (c, inside, opening) -> !inside && (c == '}' || c == ']') ? " ,\n" + c : null)),
    RAW_LINE_BREAKS(json -> outsideAndInside(json, (c, inside, opening) -> inside && c == ' ' ? "\n" : null)),
    RAW_TABS(json -> outsideAndInside(json, (c, inside, opening) -> inside && c == ' ' ? "\t" : null)),
    DUPLICATE_KEYS_FIRST_EMPTY(json -> json.replaceAll("\\{(\"[a-z_]+\"):(?=[\"\\[{])", "{$1:\"\",$1:")),
    MISSING_COMMAS(json -> outsideAndInside(json, (c, inside, opening) -> !inside && c == ',' ? " " : null)),
    INDENTED(json -> outsideAndInside(json, (c, inside, opening) -> !inside && c == ',' ? ",\r\n    " : null));

    private final UnaryOperator<String> blow;

    Damage(UnaryOperator<String> blow) {
        this.blow = blow;
    }

    String to(String json) {
        return blow.apply(json);
    }

    /** Whether the damage wraps or prefixes, so that it must come after those that look at the JSON itself. */
    boolean isAround() {
        return ordinal() <= REASONING.ordinal();
    }

    private interface Change {
        /** What to write for a character, or null to keep it. */
        String of(char c, boolean inside, boolean opening);
    }

    private static String typographic(char c, boolean inside, boolean opening) {
        return c == '"' && !inside ? (opening ? "\u201C" : "\u201D") : null;
    }

    /** Walks over intact JSON; a quote that delimits a string counts as outside of it. */
    private static String outsideAndInside(String json, Change change) {
        var out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inside && c == '\\') {
                out.append(c).append(json.charAt(++i));
                continue;
            }
            boolean delimiter = c == '"';
            var changed = change.of(c, inside && !delimiter, !inside);
            out.append(changed == null ? String.valueOf(c) : changed);
            inside ^= delimiter;
        }
        return out.toString();
    }
}
