package io.mapwright.deploy.systemtests.smoke;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NarratorTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Narrator narrator =
            new Narrator(new PrintStream(printed, true, StandardCharsets.UTF_8), InstantSource.fixed(Instant.EPOCH));

    @Test
    void printsALinePerStep() {
        narrator.tell("first", () -> "with a detail");
        int found = narrator.find("second", () -> 42);

        assertThat(found).isEqualTo(42);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(" 1 ok       0.00 s  first (with a detail)", " 2 ok       0.00 s  second");
    }

    @Test
    void endsTheStoryAtTheFirstFailure() {
        assertThatThrownBy(() -> narrator.tell("first", () -> {
                    throw new IllegalStateException("the reason");
                }))
                .isInstanceOf(Narrator.StoryEndedException.class);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("FAILED").contains("first: the reason");
    }
}
