package io.mapwright.deploy.local.state;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateFileTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWritten() {
        StackState state = new StackState(
                new ProcessMark(7, Instant.parse("2026-01-01T00:00:00.010Z")),
                "--replicas auth-service=2",
                100,
                true,
                List.of(
                        process("up", Optional.of(new ProcessMark(8, Instant.parse("2026-01-01T00:00:01Z")))),
                        process("down", Optional.empty())));

        new StateFile(folder).write(state);

        assertThat(new StateFile(folder).read()).contains(state);
    }

    @Test
    void isEmptyBeforeTheFirstStackAndAfterAStop() {
        StateFile file = new StateFile(folder);
        assertThat(file.read()).isEmpty();

        file.write(new StackState(new ProcessMark(7, Instant.EPOCH), "", 0, false, List.of()));
        file.clear();

        assertThat(file.read()).isEmpty();
    }

    @Test
    void namesAFileThatIsNoState() throws Exception {
        Files.writeString(folder.resolve("state.json"), "{");

        assertThatThrownBy(() -> new StateFile(folder).read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("state.json");
    }

    @Test
    void findsAProcessByNumberAndStart() {
        ProcessMark self = ProcessMark.of(ProcessHandle.current()).orElseThrow();

        assertThat(self.find()).contains(ProcessHandle.current());
        assertThat(new ProcessMark(self.pid(), self.started().minusSeconds(5)).find())
                .isEmpty();
    }

    @Test
    void lockIsTakenOnce() {
        try (StackLock first = StackLock.tryTake(folder).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(StackLock.tryTake(folder)).isEmpty();
        }
        StackLock again = StackLock.tryTake(folder).orElseThrow();
        again.close();
    }

    private static ProcessState process(String name, Optional<ProcessMark> mark) {
        return new ProcessState(
                name, ProcessState.Phase.READY, Instant.parse("2026-01-01T00:00:02Z"), mark, 1, 2, "a.log", "INT", 1);
    }
}
