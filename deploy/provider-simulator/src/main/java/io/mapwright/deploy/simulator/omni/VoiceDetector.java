package io.mapwright.deploy.simulator.omni;

import java.util.ArrayList;
import java.util.List;

/**
 * Hears where speech begins and ends by the loudness of moments of 20 ms. Speech begins after 60 ms above both the threshold
 * and the background, which is learnt while nobody speaks, and ends after the silence that the rules ask for. Time is that
 * of the sound, not of its arrival.
 *
 * <p>Not thread-safe.
 */
final class VoiceDetector {

    private static final int MOMENT = Pcm.HEARD_RATE / 50;
    private static final int MOMENT_MILLIS = 20;
    private static final int LOUD_MOMENTS = 3;
    private static final double ABOVE_BACKGROUND = 9;
    private static final double HYSTERESIS = 3;
    private static final double BACKGROUND_RISE = 0.05;
    private static final double SILENCE = -90;

    private Detection rules;
    private long moments;
    private double sumOfSquares;
    private int filled;
    private double background = SILENCE;
    private boolean speaking;
    private int loud;
    private int quiet;

    VoiceDetector(Detection rules) {
        this.rules = rules;
    }

    /** A turn of the speaker's voice, in milliseconds since the session's first sound. */
    sealed interface Edge {

        long atMillis();

        record Started(long atMillis) implements Edge {}

        record Stopped(long atMillis) implements Edge {}
    }

    void follow(Detection newRules) {
        rules = newRules;
    }

    boolean isSpeaking() {
        return speaking;
    }

    /** Listens to the next piece of sound, of any length. */
    List<Edge> hear(byte[] sound) {
        List<Edge> edges = new ArrayList<>(1);
        for (int i = 0; i < Pcm.samples(sound); i++) {
            double sample = Pcm.sample(sound, i);
            sumOfSquares += sample * sample;
            if (++filled == MOMENT) {
                moment(Pcm.decibels(sumOfSquares, MOMENT), edges);
                sumOfSquares = 0;
                filled = 0;
            }
        }
        return edges;
    }

    /** Forgets a speech that has begun, as when its sound was thrown away. */
    void forget() {
        speaking = false;
        loud = 0;
        quiet = 0;
    }

    private void moment(double decibels, List<Edge> edges) {
        moments++;
        double needed = Math.max(rules.speechDecibels(), background + ABOVE_BACKGROUND);
        if (speaking) {
            quiet = decibels < needed - HYSTERESIS ? quiet + 1 : 0;
            if (quiet * MOMENT_MILLIS >= rules.silenceMillis()) {
                forget();
                edges.add(new Edge.Stopped(moments * MOMENT_MILLIS));
            }
            return;
        }
        loud = decibels >= needed ? loud + 1 : 0;
        if (loud == 0) {
            background += decibels < background ? (decibels - background) / 4 : BACKGROUND_RISE * rise(decibels);
        }
        if (loud >= LOUD_MOMENTS) {
            long began = (moments - LOUD_MOMENTS) * MOMENT_MILLIS;
            speaking = true;
            loud = 0;
            edges.add(new Edge.Started(Math.max(0, began - rules.prefixMillis())));
        }
    }

    private double rise(double decibels) {
        return Math.min(decibels - background, 20);
    }
}
