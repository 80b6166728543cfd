package io.mapwright.diagram.repair;

/**
 * Finds the first place at which an object begins. A brace in prose, as in "use {braces}", is told from one by what
 * follows: a key and a colon, or the closing brace.
 */
final class ObjectSearch {

    /** Each failed attempt may scan to the end, so their number is what keeps the search linear. */
    private static final int ATTEMPTS = 32;

    private static final String REASONING_BEGIN = "<think>";
    private static final String REASONING_END = "</think>";

    private ObjectSearch() {}

    static ModelOutput in(String answer) {
        int start = answer.indexOf('{', afterReasoning(answer));
        for (int attempt = 0; attempt < ATTEMPTS && start >= 0; attempt++) {
            var reader = new LenientReader(answer, start);
            if (reader.beginsAnObject()) {
                return reader.read();
            }
            start = answer.indexOf('{', start + 1);
        }
        return new ModelOutput.Prose();
    }

    /** Reasoning models think aloud first, and their thoughts may contain drafts of the object. */
    private static int afterReasoning(String answer) {
        int begin = answer.indexOf(REASONING_BEGIN);
        int end = answer.indexOf(REASONING_END);
        int brace = answer.indexOf('{');
        return begin >= 0 && begin < brace && end > begin ? end + REASONING_END.length() : 0;
    }
}
