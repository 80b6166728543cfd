package io.mapwright.deploy.simulator.omni;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好！",
                "水循环：蒸发、凝结、降水。",
                "Hello, the water cycle has 3 parts.",
                "混合 mixed 文字 2025 年",
                " ",
                "𠀀𠀁𠀂𠀃",
                "…"
            })
    void saysTheWholeTextInItsPieces(String text) {
        String joined =
                Speech.of(text).pieces().stream().map(Speech.Piece::text).collect(Collectors.joining());

        assertThat(joined).isEqualTo(text);
    }

    @Test
    void takesAboutAsLongAsAPersonWould() {
        assertThat(Speech.of("水循环是水在地球上不断运动的过程").millis()).isBetween(2_500L, 5_000L);
        assertThat(Speech.of("The water cycle is how water moves around the earth")
                        .millis())
                .isBetween(2_500L, 5_000L);
    }

    @Test
    void soundsLikeAVoiceAndNotLikeSilence() {
        Syllables voice = new Syllables(220, 1);
        byte[] sound = Base64.getDecoder().decode(voice.of('水') + voice.of('气'));
        double sum = 0;
        int crossings = 0;
        for (int i = 1; i < Pcm.samples(sound); i++) {
            double sample = Pcm.sample(sound, i);
            sum += sample * sample;
            crossings += sample > 0 != Pcm.sample(sound, i - 1) > 0 ? 1 : 0;
        }

        assertThat(sound).hasSize(2 * 2 * Pcm.SPOKEN_RATE * Syllables.MILLIS / 1000);
        assertThat(Pcm.decibels(sum, Pcm.samples(sound))).isBetween(-30.0, -8.0);
        assertThat(crossings).as("pitch and formants").isBetween(150, 4_000);
        assertThat(voice.of('水')).isNotEqualTo(voice.of('气'));
        assertThat(Base64.getDecoder().decode(voice.pause())).containsOnly(0);
    }
}
