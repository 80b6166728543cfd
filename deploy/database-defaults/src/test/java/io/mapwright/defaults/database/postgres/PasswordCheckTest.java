package io.mapwright.defaults.database.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordCheckTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, is missing",
                "'', is missing",
                "'  ', is missing",
                "postgres, is a default that everybody knows",
                "PASSWORD, is a default that everybody knows",
                "map-diagram-owner, is a default that everybody knows",
                "k3Rp9zLw, is shorter than 12 characters",
            })
    void namesWhatIsWrongWithThePassword(String password, String problem) {
        assertThat(new PasswordCheck(Optional.of("map-diagram-owner"), Optional.ofNullable(password)).problems())
                .containsExactly("quarkus.datasource.password " + problem);
    }

    @Test
    void acceptsAPasswordOfItsOwn() {
        assertThat(new PasswordCheck(Optional.of("diagram"), Optional.of("k3Rp9zLwq7Vn")).problems())
                .isEmpty();
    }
}
