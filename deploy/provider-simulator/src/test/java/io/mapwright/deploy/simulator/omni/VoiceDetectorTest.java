package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.omni.VoiceDetector.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class VoiceDetectorTest {

    private final VoiceDetector detector = new VoiceDetector(Detection.USUAL);

    @Test
    void hearsWhereSpeechBeginsAndEnds() {
        List<Edge> edges = hear(silence(1_000), tone(700, 0.2), silence(1_000));

        assertThat(edges).containsExactly(new Edge.Started(700), new Edge.Stopped(2_500));
    }

    @Test
    void hearsNothingInSilenceAndFaintNoise() {
        assertThat(hear(silence(2_000), noise(3_000, 0.003), silence(1_000))).isEmpty();
    }

    @Test
    void passesOverAClick() {
        assertThat(hear(silence(500), tone(40, 0.5), silence(1_500))).isEmpty();
    }

    @Test
    void keepsAPauseBetweenWordsWithinOneSpeech() {
        assertThat(hear(tone(400, 0.2), silence(700), tone(400, 0.2), silence(900)))
                .containsExactly(new Edge.Started(0), new Edge.Stopped(2_300));
    }

    @Test
    void endsAfterTheSilenceItWasAskedFor() {
        detector.follow(new Detection("server_vad", 0.5, 0, 300, true, true));

        assertThat(hear(silence(1_000), tone(400, 0.2), silence(400)))
                .containsExactly(new Edge.Started(1_000), new Edge.Stopped(1_700));
    }

    @Test
    void needsLouderSpeechWithAHigherThreshold() {
        detector.follow(new Detection("server_vad", 1, 0, 300, true, true));

        assertThat(hear(tone(500, 0.02), silence(500))).isEmpty();
        assertThat(hear(tone(500, 0.05), silence(500))).hasSize(2);
    }

    @Test
    void getsUsedToASteadyBackground() {
        assertThat(new VoiceDetector(Detection.USUAL).hear(noise(1_000, 0.024)))
                .as("without getting used to it")
                .hasSize(1);

        assertThat(hear(noise(20_000, 0.016))).isEmpty();
        assertThat(hear(noise(1_000, 0.024))).isEmpty();
        assertThat(hear(tone(500, 0.3))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 320, 641, 9_999})
    void hearsTheSameHoweverTheSoundIsCut(int samples) {
        byte[] sound = join(silence(330), tone(500, 0.2), silence(1_110), tone(300, 0.4), silence(900));
        List<Edge> whole = new VoiceDetector(Detection.USUAL).hear(sound);
        List<Edge> cut = new ArrayList<>();
        for (int from = 0; from < sound.length; from += 2 * samples) {
            cut.addAll(detector.hear(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 2 * samples))));
        }

        assertThat(whole).hasSize(4);
        assertThat(cut).isEqualTo(whole);
    }

    private List<Edge> hear(byte[]... sounds) {
        return detector.hear(join(sounds));
    }

    private static byte[] join(byte[]... sounds) {
        byte[] all = new byte[Arrays.stream(sounds).mapToInt(s -> s.length).sum()];
        int at = 0;
        for (byte[] sound : sounds) {
            System.arraycopy(sound, 0, all, at, sound.length);
            at += sound.length;
        }
        return all;
    }

    private static byte[] silence(int millis) {
        return new byte[32 * millis];
    }

    private static byte[] tone(int millis, double loudness) {
        return Phone.tone(millis, loudness);
    }

    private static byte[] noise(int millis, double loudness) {
        Random random = new Random(5);
        byte[] sound = new byte[32 * millis];
        for (int i = 0; i < sound.length / 2; i++) {
            Pcm.put(sound, i, loudness * (2 * random.nextDouble() - 1));
        }
        return sound;
    }
}
