package io.mapwright.deploy.simulator.omni;

/** Sound as the protocol carries it: 16-bit little-endian samples, one channel. */
final class Pcm {

    static final int HEARD_RATE = 16_000;
    static final int SPOKEN_RATE = 24_000;
    private static final int BYTES_PER_SAMPLE = 2;

    private Pcm() {}

    static int samples(byte[] sound) {
        return sound.length / BYTES_PER_SAMPLE;
    }

    static short sample(byte[] sound, int index) {
        return (short) ((sound[2 * index] & 0xFF) | (sound[2 * index + 1] << 8));
    }

    static void put(byte[] sound, int index, double level) {
        short value = (short) Math.round(Math.clamp(level, -1, 1) * Short.MAX_VALUE);
        sound[2 * index] = (byte) value;
        sound[2 * index + 1] = (byte) (value >> 8);
    }

    static long heardMillis(long samples) {
        return samples * 1000 / HEARD_RATE;
    }

    /** Loudness of a run of samples in decibels of full scale: 0 is the loudest, silence is −96. */
    static double decibels(double sumOfSquares, int count) {
        double mean = Math.sqrt(sumOfSquares / count) / Short.MAX_VALUE;
        return mean < 1.6e-5 ? -96 : 20 * Math.log10(mean);
    }
}
