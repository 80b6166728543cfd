package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.StackState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class CleanupTest {

    private static final ProcessMark DEAD_SUPERVISOR = new ProcessMark(Integer.MAX_VALUE, Instant.EPOCH);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Cleanup cleanup = new Cleanup(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private Process process;

    @BeforeEach
    void startOne() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void endsAProcessThatWasLeftBehind() throws Exception {
        cleanup.end(stateWith(ProcessMark.of(process.toHandle()).orElseThrow()));

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("left-behind");
    }

    @Test
    void leavesAStrangerAloneThatGotTheSameNumber() throws Exception {
        ProcessMark mark = ProcessMark.of(process.toHandle()).orElseThrow();

        cleanup.end(stateWith(new ProcessMark(mark.pid(), mark.started().minus(Duration.ofMinutes(1)))));

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void asksALiveSupervisorToEnd() throws Exception {
        ProcessMark supervisor = ProcessMark.of(process.toHandle()).orElseThrow();

        cleanup.end(new StackState(supervisor, "", 0, true, List.of()));

        assertThat(process.waitFor()).isEqualTo(128 + 15);
    }

    private static StackState stateWith(ProcessMark mark) {
        ProcessState left = new ProcessState(
                "left-behind", ProcessState.Phase.READY, Instant.EPOCH, Optional.of(mark), 1, 0, "x.log", "TERM", 0);
        return new StackState(DEAD_SUPERVISOR, "", 0, true, List.of(left));
    }
}
