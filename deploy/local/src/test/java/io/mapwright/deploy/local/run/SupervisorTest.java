package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.Probe;
import io.mapwright.deploy.local.stack.ProcessSpec;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Real processes, though tiny ones: shells that sleep, trap or fail. */
class SupervisorTest {

    private static final String SLEEP = "exec sleep 60";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<ProcessSpec> specs = new ArrayList<>();
    private Optional<Supervisor> supervisor = Optional.empty();

    @AfterEach
    void stop() throws InterruptedException {
        if (supervisor.isPresent()) {
            supervisor.get().stop(Duration.ofSeconds(20));
        }
    }

    @Test
    void startsAProcessOnlyWhenThoseBeforeItAreReady() throws Exception {
        add("first", "sleep 0.3; touch $FOLDER/first-was-here; " + SLEEP, 0);
        add("second", "ls $FOLDER/first-was-here; " + SLEEP, 1, "first");
        start(probe -> Files.exists(folder.resolve("first-was-here")));

        awaitComplete();

        await().untilAsserted(() ->
                assertThat(log("second")).contains("first-was-here").doesNotContain("No such"));
    }

    @Test
    void startsAKilledProcessAgain() throws Exception {
        add("victim", SLEEP, 0);
        start(probe -> true);
        awaitComplete();
        ProcessState before = state("victim");

        kill(before);

        await().untilAsserted(() -> {
            assertThat(state("victim").phase()).isEqualTo(ProcessState.Phase.READY);
            assertThat(state("victim").restarts()).isEqualTo(1);
            assertThat(state("victim").mark()).isNotEqualTo(before.mark());
        });
    }

    @Test
    void startsAKilledProcessOnlyWhenNobodyHoldsIt() throws Exception {
        add("victim", SLEEP, 0);
        start(probe -> true);
        awaitComplete();
        Path hold = Files.createDirectories(folder.resolve("held")).resolve("victim");
        Files.createFile(hold);
        ProcessState before = state("victim");

        kill(before);

        await().untilAsserted(() -> assertThat(state("victim").restarts()).isEqualTo(1));
        assertThat(state("victim").mark()).isEmpty();
        Files.delete(hold);
        await().untilAsserted(() -> assertThat(state("victim").phase()).isEqualTo(ProcessState.Phase.READY));
    }

    @Test
    void givesUpOnAProcessThatNeverStartsAndShowsItsLog() throws Exception {
        add("healthy", SLEEP, 0);
        add("broken", "echo the reason; exit 3", 0);
        CompletableFuture<Integer> run = start(probe -> !probe.equals(probeOf("broken")));

        assertThat(run.get(20, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(printed())
                .contains("broken does not start")
                .contains("broken.log")
                .contains("| the reason");
        assertThat(new StateFile(folder).read()).isEmpty();
    }

    @Test
    void saysSoWhenThereIsNoSuchProgram() throws Exception {
        specs.add(spec("missing", List.of("/no/such/program"), 0));
        CompletableFuture<Integer> run = start(probe -> true);

        assertThat(run.get(20, TimeUnit.SECONDS)).isEqualTo(1);

        assertThat(printed()).contains("could not be started").contains("/no/such/program");
    }

    @Test
    void stopsHigherTiersFirst() throws Exception {
        add("server", "trap 'echo server >>$FOLDER/order; exit 0' TERM; while :; do sleep 0.05; done", 0);
        add("service", "trap 'sleep 0.3; echo service >>$FOLDER/order; exit 0' TERM; while :; do sleep 0.05; done", 1);
        start(probe -> true);
        awaitComplete();
        List<ProcessState> running = List.of(state("server"), state("service"));

        supervisor.orElseThrow().stop(Duration.ofSeconds(20));

        assertThat(Files.readAllLines(folder.resolve("order"))).containsExactly("service", "server");
        assertThat(running)
                .allSatisfy(process ->
                        assertThat(process.mark().flatMap(ProcessMark::find)).isEmpty());
    }

    @Test
    void killsAProcessThatDoesNotEndInTime() throws Exception {
        add("stubborn", "trap '' TERM; while :; do sleep 0.05; done", 0);
        start(probe -> true);
        awaitComplete();
        ProcessState running = state("stubborn");

        supervisor.orElseThrow().stop(Duration.ofSeconds(20));

        assertThat(running.mark().flatMap(ProcessMark::find)).isEmpty();
        assertThat(printed()).contains("did not end in time and is killed");
    }

    @Test
    void endsWhatIsStillStartingWhenToldToStop() throws Exception {
        add("slow", SLEEP, 0);
        CompletableFuture<Integer> run = start(probe -> false);
        await().untilAsserted(() -> assertThat(state("slow").mark()).isPresent());
        ProcessState starting = state("slow");

        supervisor.orElseThrow().stop(Duration.ofSeconds(20));

        assertThat(run.get(5, TimeUnit.SECONDS)).isZero();
        assertThat(starting.mark().flatMap(ProcessMark::find)).isEmpty();
    }

    @Test
    void runsWhatAPreparationPrints() throws Exception {
        ProcessSpec.Launch launch = new ProcessSpec.Launch(
                List.of(),
                List.of("sh", "-c", "echo preparing >&2; printf 'sh\\n-c\\necho prepared; exec sleep 60\\n'"),
                Map.of(),
                "INT",
                Duration.ofSeconds(1));
        specs.add(new ProcessSpec(
                "prepared", launch, List.of(1), new Probe.Redis(1), Set.of(), 0, folder.resolve("prepared.log")));
        start(probe -> true);

        awaitComplete();

        await().untilAsserted(() -> assertThat(log("prepared")).contains("preparing", "prepared"));
    }

    private void add(String name, String script, int tier, String... after) {
        specs.add(spec(name, List.of("sh", "-c", script), tier, after));
    }

    private ProcessSpec spec(String name, List<String> command, int tier, String... after) {
        ProcessSpec.Launch launch = new ProcessSpec.Launch(
                command, List.of(), Map.of("FOLDER", folder.toString()), "TERM", Duration.ofSeconds(1));
        return new ProcessSpec(
                name, launch, List.of(1), probeOf(name), Set.of(after), tier, folder.resolve(name + ".log"));
    }

    private static Probe probeOf(String name) {
        return new Probe.Redis(name.length());
    }

    private CompletableFuture<Integer> start(Readiness readiness) {
        Supervisor started = new Supervisor(
                specs,
                new Launcher(Map.of("PATH", System.getenv("PATH")), folder.resolve("held")),
                readiness,
                new StateFile(folder),
                new Supervisor.Title("", 0, PATIENCE),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        supervisor = Optional.of(started);
        CompletableFuture<Integer> run = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                run.complete(started.run());
            } catch (InterruptedException e) {
                run.completeExceptionally(e);
            }
        });
        return run;
    }

    private void awaitComplete() {
        await().until(() ->
                new StateFile(folder).read().filter(StackState::complete).isPresent());
    }

    private ProcessState state(String name) {
        return new StateFile(folder)
                .read().stream()
                        .flatMap(state -> state.processes().stream())
                        .filter(process -> process.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " is not in the state file yet"));
    }

    private static void kill(ProcessState process) {
        process.mark().flatMap(ProcessMark::find).orElseThrow().destroyForcibly();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }
}
