package io.mapwright.llmgateway.configuration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartCheckTest {

    @Test
    void namesEveryMistakeAtOnce() {
        StartCheck check = new StartCheck(
                List.of(() -> List.of("a is wrong", "b is wrong"), List::of, () -> List.of("c is wrong")));

        assertThatThrownBy(() -> check.onStart(new StartupEvent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the gateway's configuration has 3 mistake(s):\n - a is wrong\n - b is wrong\n - c is wrong");
    }

    @Test
    void letsAGoodConfigurationPass() {
        assertThatCode(() -> new StartCheck(List.of(List::of)).onStart(new StartupEvent()))
                .doesNotThrowAnyException();
    }
}
