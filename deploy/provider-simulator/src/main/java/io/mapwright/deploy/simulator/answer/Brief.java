package io.mapwright.deploy.simulator.answer;

/**
 * What was understood of a prompt.
 *
 * @param kind what is wanted
 * @param text the user's own words
 * @param dimension the way of dividing the user has decided on; empty when left to the model
 * @param pairs the pairs the user has begun a bridge map with; empty when none
 * @param language of the answer
 * @param instructions everything in the prompt that is not the user's
 * @param tool name of the thinking tool; empty when none is asked for
 * @param variety changes with the model, the prompt, the temperature and the seed; equal varieties give equal answers
 */
record Brief(
        AskedFor kind,
        String text,
        String dimension,
        String pairs,
        Language language,
        String instructions,
        String tool,
        long variety) {

    /** Everything the user said, for finding out what it is about. */
    String everything() {
        return text + "\n" + dimension + "\n" + pairs;
    }
}
