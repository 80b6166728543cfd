package io.mapwright.deploy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as everybody uses it. It ends with the test's JVM. */
final class Launched implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Map<String, Long> processIds = new HashMap<>();

    private Launched(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts it and waits for its READY line. */
    static Launched ready(String... arguments) throws IOException {
        var launched = start(Map.of(), arguments);
        var seen = new ArrayList<String>();
        for (String line = launched.output.readLine(); line != null; line = launched.output.readLine()) {
            seen.add(line);
            String[] words = line.split(" ");
            if (words[0].equals("PID")) {
                launched.processIds.put(words[1], Long.parseLong(words[2]));
            }
            if (words[0].equals("READY")) {
                return launched;
            }
        }
        throw new IOException("ended before it was ready: " + seen);
    }

    static Launched start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.add("--until-stdin-closes");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Launched(builder.start());
    }

    /** Everything it still prints until it ends. */
    String rest() {
        return String.join("\n", output.lines().toList());
    }

    int exitValue() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    /** The native process that this one watches. */
    ProcessHandle watched(String name) {
        return ProcessHandle.of(processIds.get(name)).orElseThrow();
    }

    List<ProcessHandle> children() {
        return process.children().toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
