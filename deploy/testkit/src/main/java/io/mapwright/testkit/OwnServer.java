package io.mapwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One server that belongs to one test. Not safe for use by several threads. */
public final class OwnServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String kind;
    private final int port;
    private final Path data;
    private final List<String> options;
    private Optional<Running> running = Optional.empty();

    /**
     * A server that answers.
     *
     * @param launcher the JVM that was started
     * @param process the server itself: the JVM, or the native process that it watches
     */
    private record Running(Process launcher, ProcessHandle process) {}

    private OwnServer(String kind, int port, Path data, List<String> options) {
        this.kind = kind;
        this.port = port;
        this.data = data;
        this.options = options;
    }

    static OwnServer start(String kind, List<String> options) {
        try {
            var server = new OwnServer(
                    kind, freePort(), Files.createTempDirectory(Workshop.home(), "own-" + kind + "-"), options);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory for " + kind, e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** On 127.0.0.1; the same after every start. */
    public int port() {
        return port;
    }

    /** For Redis. */
    public String redisUri() {
        return "redis://127.0.0.1:" + port;
    }

    /** For PostgreSQL. */
    public Database database(String name) {
        return new Database(port, name);
    }

    /** For Kafka. */
    public String kafkaBootstrap() {
        return "127.0.0.1:" + port;
    }

    /** For mail. */
    public Inbox inbox() {
        return new Inbox(Integer.parseInt(options.get(options.indexOf("--inbox-port") + 1)));
    }

    /** Starts it again, on the same port and data; returns when it answers. Does nothing while it runs. */
    public void start() {
        if (running.isPresent()) {
            return;
        }
        var command = new ArrayList<>(
                List.of(kind, "--data", data.toString(), "--port", Integer.toString(port), "--until-stdin-closes"));
        command.addAll(options);
        try {
            var launcher = Workshop.open()
                    .servers(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            data.resolve("launcher.log").toFile()))
                    .start();
            running = Optional.of(new Running(launcher, awaitReady(launcher)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + kind, e);
        }
    }

    /** What {@code kill -9} does: the server is gone before it can do anything about it. */
    public void kill() {
        running.ifPresent(server -> {
            server.process().destroyForcibly();
            await(server.process().onExit());
            await(server.launcher().onExit());
        });
        running = Optional.empty();
    }

    /** Ends it in order. */
    public void stop() {
        running.ifPresent(server -> {
            server.launcher().destroy();
            await(server.launcher().onExit());
        });
        running = Optional.empty();
    }

    /** It keeps its port and connections but does not answer: accepted connections hang until {@link #thaw()}. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen server go on where it stopped. */
    public void thaw() {
        signal("CONT");
    }

    /** Ends it and deletes its data. */
    @Override
    public void close() {
        thaw();
        stop();
        try {
            Workshop.deleteTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + data, e);
        }
    }

    /** PostgreSQL answers connections from children of its own: they stop with it. */
    private void signal(String name) {
        running.ifPresent(server -> {
            var ids = new StringBuilder(Long.toString(server.process().pid()));
            server.process().descendants().forEach(child -> ids.append(' ').append(child.pid()));
            try {
                var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + ids)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                await(kill.onExit());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot signal " + kind, e);
            }
        });
    }

    private ProcessHandle awaitReady(Process launcher) {
        var ready = CompletableFuture.supplyAsync(() -> {
            ProcessHandle process = launcher.toHandle();
            try {
                var lines = launcher.inputReader();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("PID ")) {
                        process = ProcessHandle.of(Long.parseLong(line.split(" ")[2]))
                                .orElse(process);
                    } else if (line.startsWith("READY ")) {
                        return process;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new IllegalStateException(kind + " ended before it was ready, see " + data);
        });
        try {
            return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            launcher.destroyForcibly();
            throw new IllegalStateException(kind + " did not start, see " + data, e);
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void await(CompletableFuture<?> exit) {
        try {
            exit.get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            running.ifPresent(server -> {
                server.process().destroyForcibly();
                server.launcher().destroyForcibly();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
