package io.mapwright.defaults.problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-|-|ZH",
                "en|zh-CN|EN",
                "EN-us|-|EN",
                "fr|en|EN",
                "-|fr;q=1, en;q=0.5|EN",
                "-|en;q=0.1, zh;q=0.9|ZH",
                "-|;;;|ZH",
                "-|fr|ZH"
            })
    void takesTheChosenOneThenThePreferredOneThenChinese(String chosen, String accepted, Language expected) {
        assertThat(Language.of(chosen, accepted)).isEqualTo(expected);
    }
}
