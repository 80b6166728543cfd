package io.mapwright.deploy.local.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTest {

    private static final OptionSet OPTIONS = OptionSet.of("up")
            .about("Starts.")
            .flag("detach", "return when healthy")
            .value("port-offset", "N", "added to every port")
            .repeated("replicas", "SERVICE=N", "how many");

    @Test
    void readsFlagsValuesAndRepetitions() {
        Arguments arguments = parse("--detach", "--replicas", "a=2", "--port-offset=100", "--replicas=b=3");

        assertThat(arguments.has("detach")).isTrue();
        assertThat(arguments.has("port-offset")).isTrue();
        assertThat(arguments.number("port-offset", 0)).isEqualTo(OptionalInt.of(100));
        assertThat(arguments.values("replicas")).containsExactly("a=2", "b=3");
    }

    @Test
    void isEmptyWhenNothingIsGiven() {
        Arguments arguments = parse();

        assertThat(arguments.has("detach")).isFalse();
        assertThat(arguments.number("port-offset", 0)).isEmpty();
        assertThat(arguments.values("replicas")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "--detatch, no such option: --detatch",
        "up, unexpected: up",
        "--port-offset, --port-offset needs a value: N",
        "--port-offset --detach, --port-offset needs a value: N",
        "--detach=yes, --detach takes no value",
        "--detach --detach, --detach is given twice",
    })
    void saysWhichWordIsWrong(String line, String message) {
        assertThatThrownBy(() -> parse(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("up --help");
    }

    @ParameterizedTest
    @CsvSource({"-1", "x", "1.5", "99999999999"})
    void refusesWhatIsNoNumberInRange(String value) {
        Arguments arguments = parse("--port-offset=" + value);

        assertThatThrownBy(() -> arguments.number("port-offset", 0))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(value);
    }

    @Test
    void helpListsEveryOption() {
        assertThat(OPTIONS.help())
                .contains("Usage: up", "--detach", "--port-offset N", "--replicas SERVICE=N", "--help");
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(OPTIONS, List.of(words));
    }
}
