package io.mapwright.deploy.simulator.omni;

import java.util.Base64;
import java.util.SplittableRandom;

/**
 * A voice: short sounds with the pitch, vowels and hiss of speech, one per syllable, made once. Each lasts 200 ms, whose
 * 9,600 bytes are a multiple of three, so that the Base64 of several is that of each, one after the other.
 */
final class Syllables {

    static final int MILLIS = 200;

    private static final int SAMPLES = Pcm.SPOKEN_RATE * MILLIS / 1000;
    private static final int COUNT = 48;
    private static final double[][] VOWELS = {
        {730, 1090}, {570, 840}, {440, 1020}, {300, 870}, {530, 1840}, {390, 1990}, {270, 2290}, {490, 1350}
    };

    private final String[] sounds = new String[COUNT];
    private final String pause = Base64.getEncoder().encodeToString(new byte[2 * SAMPLES]);

    /** @param pitch of the voice in hertz */
    Syllables(double pitch, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < COUNT; i++) {
            sounds[i] = Base64.getEncoder().encodeToString(sound(pitch, i, random));
        }
    }

    /** The sound of one character's syllable, in Base64. */
    String of(int codePoint) {
        return sounds[Math.floorMod(codePoint * 31, COUNT)];
    }

    /** As much silence, in Base64. */
    String pause() {
        return pause;
    }

    private static byte[] sound(double pitch, int number, SplittableRandom random) {
        byte[] sound = new byte[2 * SAMPLES];
        double[] vowel = VOWELS[number % VOWELS.length];
        double tone = 1 + 0.06 * (number % 5 - 2);
        double phase = 0;
        boolean hissing = number % 3 == 0;
        for (int i = 0; i < SAMPLES; i++) {
            double part = (double) i / SAMPLES;
            double voice = pitch * tone * (1 + 0.12 * Math.sin(Math.PI * part) - 0.08 * part);
            phase += 2 * Math.PI * voice / Pcm.SPOKEN_RATE;
            double level = 0;
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                level += loudness(harmonic * voice, vowel) * Math.sin(harmonic * phase) / harmonic;
            }
            double hiss = hissing && part < 0.25 ? 0.12 * (random.nextDouble() * 2 - 1) * (1 - 4 * part) : 0;
            Pcm.put(sound, i, envelope(part) * 0.35 * level + hiss);
        }
        return sound;
    }

    /** How much of a frequency the mouth lets through, by the two formants of a vowel. */
    private static double loudness(double frequency, double[] vowel) {
        double first = (frequency - vowel[0]) / 150;
        double second = (frequency - vowel[1]) / 200;
        return 0.25 + Math.exp(-first * first) + 0.6 * Math.exp(-second * second);
    }

    private static double envelope(double part) {
        double attack = Math.min(1, part / 0.15);
        double decay = Math.min(1, (1 - part) / 0.3);
        return attack * decay;
    }
}
