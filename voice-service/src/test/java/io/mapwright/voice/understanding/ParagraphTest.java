package io.mapwright.voice.understanding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParagraphTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Frogs are amphibians. They begin life in water.",
                "青蛙是两栖动物。它们在水中出生。",
                "Really?! Yes!",
                "Frogs live near water. Toads do not",
                "first; second; third",
            })
    void isWhatEndsTwoSentences(String text) {
        assertThat(Paragraph.is(text)).isEqualTo(!text.endsWith("not"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add a node called water",
                "Pi is 3.14159 and e is 2.71828",
                "wait...",
                "What is photosynthesis?",
                "解释光合作用的过程",
                "把中心主题改成青蛙和蟾蜍，谢谢！",
                ""
            })
    void isNoShortSentence(String text) {
        assertThat(Paragraph.is(text)).isFalse();
    }

    @Test
    void isWhatHasThirtyWords() {
        assertThat(Paragraph.is("word ".repeat(29))).isFalse();
        assertThat(Paragraph.is("word ".repeat(30))).isTrue();
        assertThat(Paragraph.is("字".repeat(59))).isFalse();
        assertThat(Paragraph.is("字".repeat(60))).isTrue();
        assertThat(Paragraph.is("it's re-used ".repeat(14))).isFalse();
    }
}
