package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.ProcessSpec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Brings processes to life. Their output goes to their log; their input stays open for as long as this process lives. */
final class Launcher {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** Provider keys and the like are for the services that need them. */
    private final Map<String, String> inherited;

    private final Path held;
    private final Map<String, List<String>> prepared = new ConcurrentHashMap<>();

    /**
     * @param inherited what every process finds in its environment besides its own settings
     * @param held folder in which a file with a process's name keeps that process from being started; need not exist
     */
    Launcher(Map<String, String> inherited, Path held) {
        this.inherited = Map.copyOf(inherited);
        this.held = held;
    }

    /** Returns once nobody holds the process down. */
    void awaitRelease(ProcessSpec spec) throws InterruptedException {
        while (Files.exists(held.resolve(spec.name()))) {
            Thread.sleep(GLANCE);
        }
    }

    /**
     * Starts a process and returns at once; a preparation is run to its end first, but only the first time.
     *
     * @throws IOException when there is no such program, or its preparation failed; the log says more
     */
    Process start(ProcessSpec spec) throws IOException, InterruptedException {
        Files.createDirectories(spec.log().getParent());
        List<String> command = spec.launch().command();
        if (command.isEmpty()) {
            command = prepared.get(spec.name());
            if (command == null) {
                command = prepare(spec);
                prepared.put(spec.name(), command);
            }
        }
        return builder(spec, command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()))
                .start();
    }

    private List<String> prepare(ProcessSpec spec) throws IOException, InterruptedException {
        Process preparation = builder(spec, spec.launch().preparation())
                .redirectError(ProcessBuilder.Redirect.appendTo(spec.log().toFile()))
                .start();
        try {
            String printed = new String(preparation.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = preparation.waitFor();
            if (status != 0 || printed.isBlank()) {
                throw new IOException("its preparation ended with " + status);
            }
            return printed.lines().toList();
        } finally {
            preparation.destroyForcibly();
        }
    }

    private ProcessBuilder builder(ProcessSpec spec, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(inherited);
        builder.environment().putAll(spec.launch().environment());
        return builder;
    }

    /** Asks a process to end the way it understands. */
    static void signal(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            process.destroy();
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines of a log, to be shown with the error that they explain. */
    static List<String> lastLines(Path log, int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException none) {
            return List.of("(nothing was written there)");
        }
    }
}
