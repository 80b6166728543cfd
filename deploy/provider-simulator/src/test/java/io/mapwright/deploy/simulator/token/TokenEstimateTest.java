package io.mapwright.deploy.simulator.token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEstimateTest {

    @ParameterizedTest(name = "{0} has {1} tokens")
    @CsvSource({"'',0", "通义千问具有强大的能力。,9", "Hello,2", "2026,4", "'a, b',2", "😀,1", "「中」,3"})
    void weighsEachClassOfCharacters(String text, int tokens) {
        assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
    }

    @Test
    void addsFourForEachMessageAndThreeForTheRequest() {
        assertThat(TokenEstimate.ofPrompt(List.of("Hello", "2026"))).isEqualTo(3 + 4 + 2 + 4 + 4);
    }
}
