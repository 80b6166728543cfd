package io.mapwright.deploy.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/**
 * A server that is not Java, run in the foreground as a child.
 *
 * <p>A small shell sits beside it and reads a pipe that this JVM holds open. When the pipe closes, because this JVM closed
 * it or because it was killed, the shell stops the server: a child never outlives its JVM.
 */
final class NativeServer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
    private static final int STOP_SECONDS = 15;

    /** $1 the server, $2 the signal that asks it to stop. A line on the pipe says that the server has ended by itself. */
    private static final String WATCH = """
            trap '' INT TERM HUP
            read -r ended && exit 0
            kill -"$2" "$1" 2>/dev/null
            tries=0
            while kill -0 "$1" 2>/dev/null && [ "$tries" -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
            kill -KILL "$1" 2>/dev/null
            """;

    /**
     * What to run.
     *
     * @param name as in messages
     * @param command program and arguments; the program replaces every prefix, so that its process is the server's
     * @param stopSignal asks the server to stop at once, but in order
     * @param log takes what the server prints
     */
    record Command(String name, List<String> command, String stopSignal, Path log) {}

    private final Command command;
    private final Process process;
    private final OutputStream pipe;

    private NativeServer(Command command, Process process, OutputStream pipe) {
        this.command = command;
        this.process = process;
        this.pipe = pipe;
    }

    /**
     * Starts the server and waits until it answers. A server that ends before is started again, because what a killed
     * predecessor left behind (a port, shared memory) may need a moment to go.
     *
     * @param answers whether the server of this process id answers its own protocol
     * @throws IllegalStateException when it does not answer within the limit; then nothing is left running
     */
    static NativeServer start(Command command, LongPredicate answers, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            var server = launch(command);
            while (server.process.isAlive() && System.nanoTime() < end) {
                if (answers.test(server.process.pid())) {
                    return server;
                }
                pause(PAUSE);
            }
            server.close();
            if (System.nanoTime() + RETRY_PAUSE.toNanos() >= end) {
                throw new IllegalStateException(
                        command.name() + " did not start within " + limit.toSeconds() + " s, see " + command.log());
            }
            pause(RETRY_PAUSE);
        }
    }

    private static NativeServer launch(Command command) {
        try {
            var process = new ProcessBuilder(command.command())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                    .start();
            var watch = new ProcessBuilder(
                            "sh", "-c", WATCH, "watch", Long.toString(process.pid()), command.stopSignal())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var server = new NativeServer(command, process, watch.getOutputStream());
            process.onExit().thenRun(server::releaseWatch);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    private void releaseWatch() {
        try (pipe) {
            pipe.write("ended\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The pipe is closed already: the watch was what ended the server.
        }
    }

    /** Stops the server in order, or by force when that takes too long; returns when it has gone. */
    @Override
    public void close() {
        try {
            pipe.close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }
}
