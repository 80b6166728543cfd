package io.mapwright.deploy.systemtests;

import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A stack with fresh data and ports of its own, started and stopped by the commands that people use. */
final class StackOfTheTests implements AutoCloseable {

    /** Far from a developer's own stack, below the ports that the system hands out by itself. */
    private static final List<Integer> PORT_OFFSETS = List.of(3000, 2200, 3500, 2700);

    /** A sample of the stack's ports, one of each neighbourhood. */
    private static final List<Integer> PORTS = List.of(2525, 8025, 8080, 8083, 9083, 18083, 25432, 26379, 29092);

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private final Path folder;
    private final Path data;

    private StackOfTheTests(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    /** @param options of {@code deploy/local/up} beyond those that make the stack a test's own */
    static StackOfTheTests start(String... options) {
        try {
            StackOfTheTests stack = new StackOfTheTests(Files.createTempDirectory("mapwright-system-tests"));
            List<String> words =
                    new ArrayList<>(List.of("up", "--detach", "--port-offset", portOffset(), "--patience", "300"));
            words.addAll(List.of(options));
            if (stack.run(words) != 0) {
                throw new IllegalStateException("the stack did not come up; " + stack.output() + " says why");
            }
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another stack may stand on this machine: a developer's second one, or another build's. */
    private static String portOffset() {
        String chosen = System.getProperty("system-tests.port-offset");
        if (chosen != null) {
            return chosen;
        }
        return PORT_OFFSETS.stream()
                .filter(offset -> PORTS.stream().allMatch(port -> isFree(port + offset)))
                .findFirst()
                .map(String::valueOf)
                .orElseThrow(() -> new IllegalStateException("the ports of all offsets " + PORT_OFFSETS
                        + " are taken; -Dsystem-tests.port-offset=N names another one"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    RunningStack running() {
        return RunningStack.of(Arguments.parse(
                RunningStack.options(OptionSet.of("system-tests")), List.of("--data", data.toString())));
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** Stops the stack; its folder stays. */
    @Override
    public void close() {
        run(List.of("down"));
    }

    /** Deletes what a stopped stack has left. */
    void forget() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    @Override
    public String toString() {
        return "the stack in " + folder;
    }

    private Path output() {
        return folder.resolve("commands.log");
    }

    private int run(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                REPOSITORY.resolve("deploy/local/target/local.jar").toString()));
        command.addAll(words);
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        // Whoever runs the tests must not pay for their model calls.
        builder.environment().keySet().removeIf(name -> name.endsWith("_API_KEY") || name.startsWith("OPENAI_"));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
