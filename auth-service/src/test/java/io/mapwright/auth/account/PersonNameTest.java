package io.mapwright.auth.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"王芳", "Ann-Lee O'Neil", "𠮷田", "José"})
    void isWhatPeopleAreCalled(String name) {
        assertThat(PersonName.parse(name)).contains(new PersonName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王", " 王 ", "王5", "王٣", "a\nb", "a\u0085b"})
    void hasNoDigitsAndAtLeastTwoCharacters(String text) {
        assertThat(PersonName.parse(text)).isEmpty();
    }

    @Test
    void losesBlanksAroundIt() {
        assertThat(PersonName.parse("  王芳 ")).contains(new PersonName("王芳"));
    }

    @Test
    void hasSixtyFourCharactersAtMostHoweverManyBytesTheyAre() {
        assertThat(PersonName.parse("𠮷".repeat(64))).isPresent();
        assertThat(PersonName.parse("𠮷".repeat(65))).isEmpty();
    }
}
