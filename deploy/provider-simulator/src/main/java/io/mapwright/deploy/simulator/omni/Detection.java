package io.mapwright.deploy.simulator.omni;

/**
 * When a speaker is heard to begin and to end.
 *
 * @param type {@code server_vad} or {@code semantic_vad}; both go by energy here
 * @param threshold how loud speech must be, from −1 (a whisper) to 1
 * @param prefixMillis how much before the first loud moment counts as speech
 * @param silenceMillis how long it must be quiet for the speech to be over
 * @param answers whether the end of speech starts an answer
 * @param interrupts whether speech ends an answer that is being given
 */
record Detection(
        String type, double threshold, int prefixMillis, int silenceMillis, boolean answers, boolean interrupts) {

    static final Detection USUAL = new Detection("server_vad", 0.5, 300, 800, true, true);

    /** Loudness from which a moment counts as speech, in decibels of full scale: −40 at the usual threshold. */
    double speechDecibels() {
        return -45 + 10 * threshold;
    }
}
