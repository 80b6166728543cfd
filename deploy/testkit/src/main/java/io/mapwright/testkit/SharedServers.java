package io.mapwright.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The one process whose servers all modules and test JVMs of a build share, as its state file describes it.
 *
 * @param state the ports by name, and the run id that the process answers with
 */
record SharedServers(Properties state) {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final int LOG_TAIL = 2_000;

    /** Created before anything subscribes to them: a consumer of a missing topic waits for its next metadata refresh. */
    private static final List<String> TOPICS = List.of(
            "llm.usage-recorded.v1",
            "llm.usage-recorded.v1.dlq",
            "feedback.email-requested.v1",
            "feedback.email-requested.v1.dlq");

    /** Those that run already, or new ones; a state file whose process has gone or is a stranger counts for nothing. */
    static SharedServers find() {
        var workshop = Workshop.open();
        Path directory = workshop.shared();
        return Workshop.alone(
                directory.resolve("lock"),
                () -> read(directory.resolve("ports"))
                        .filter(SharedServers::answer)
                        .orElseGet(() -> start(workshop, directory)));
    }

    String runId() {
        return text("run-id");
    }

    int leasePort() {
        return port("lease");
    }

    int port(String name) {
        return Integer.parseInt(text(name + ".port"));
    }

    private String text(String name) {
        return Optional.ofNullable(state.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("the shared servers did not say their " + name));
    }

    boolean answer() {
        var connection = LeaseConnection.to(this);
        connection.ifPresent(LeaseConnection::close);
        return connection.isPresent();
    }

    private static SharedServers start(Workshop workshop, Path directory) {
        Path ports = directory.resolve("ports");
        Path log = directory.resolve("servers.log");
        try {
            Files.deleteIfExists(ports);
            var process = workshop.copiedTo(directory)
                    .servers(List.of(
                            "all",
                            "--data",
                            directory.resolve("data").toString(),
                            "--ports-file",
                            ports.toString(),
                            "--run-id",
                            UUID.randomUUID().toString(),
                            "--topics",
                            String.join(",", TOPICS)))
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .start();
            return await(process, ports, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the shared servers", e);
        }
    }

    private static SharedServers await(Process process, Path ports, Path log) throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (System.nanoTime() < end) {
                var started = read(ports);
                if (started.isPresent()) {
                    return started.get();
                }
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the shared servers ended with " + process.exitValue() + tail(log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException(
                "the shared servers were not ready within " + START_LIMIT.toSeconds() + " s" + tail(log));
    }

    private static String tail(Path log) throws IOException {
        String text = Files.exists(log) ? Files.readString(log) : "";
        return ", " + log + " ends with:\n" + text.substring(Math.max(0, text.length() - LOG_TAIL));
    }

    private static Optional<SharedServers> read(Path ports) {
        try {
            if (!Files.exists(ports)) {
                return Optional.empty();
            }
            var state = new Properties();
            state.load(new StringReader(Files.readString(ports)));
            return Optional.of(new SharedServers(state));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
