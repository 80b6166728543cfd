package io.mapwright.diagram.generation;

import java.util.regex.Pattern;

/** Diagrams with some nodes hidden, for pupils to fill in; asked for by a word in the prompt. */
final class LearningSheet {

    /** Share of the nodes that a front end hides. */
    static final double HIDDEN_SHARE = 0.2;

    private static final Pattern WORDS = Pattern.compile("的?(?:半成品|学习单)的?");

    private LearningSheet() {}

    static boolean isWantedIn(String prompt) {
        return WORDS.matcher(prompt).find();
    }

    /** The prompt without those words; the prompt itself when nothing else is left. */
    static String stripped(String prompt) {
        var rest = WORDS.matcher(prompt).replaceAll("").strip();
        return rest.isEmpty() ? prompt.strip() : rest;
    }
}
