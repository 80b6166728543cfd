package io.mapwright.deploy.simulator.answer;

/**
 * What was understood of a prompt.
 *
 * @param kind what is wanted
 * @param text the user's own words
 * @param language of the answer
 * @param instructions everything in the prompt that is not the user's
 * @param tool name of the thinking tool; empty when none is asked for
 * @param variety changes with the model, the prompt, the temperature and the seed; equal varieties give equal answers
 */
record Brief(AskedFor kind, String text, Language language, String instructions, String tool, long variety) {}
