package io.mapwright.deploy.servers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTest {

    @Test
    void tellWordsOptionsAndFlagsApart() {
        var arguments =
                parse("prepare postgres --port 5432 --volatile --data /x/../y --databases a,, b --lease-seconds 7");

        assertThat(arguments.words()).containsExactly("prepare", "postgres", "b");
        assertThat(arguments.port("port")).isEqualTo(5432);
        assertThat(arguments.has("volatile")).isTrue();
        assertThat(arguments.has("help")).isFalse();
        assertThat(arguments.path("data")).isEqualTo(Path.of("/y"));
        assertThat(arguments.list("databases")).containsExactly("a");
        assertThat(arguments.list("topics")).isEmpty();
        assertThat(arguments.seconds("lease-seconds", 120)).isEqualTo(Duration.ofSeconds(7));
        assertThat(arguments.positive("max-connections", 100)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ports 1", "--port", "--port 0", "--port 65536", "--port x", "--data /x"})
    void nameTheOptionThatIsWrong(String line) {
        assertThatThrownBy(() -> parse(line).port("port"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--port");
    }

    private static Arguments parse(String line) {
        return Arguments.parse(List.of(line.split(" ")));
    }
}
