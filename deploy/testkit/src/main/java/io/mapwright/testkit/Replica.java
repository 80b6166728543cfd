package io.mapwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service of the module under test as a process of its own, configured by its environment alone, as in
 * production. For {@code *IT} classes, which run after packaging. Its output goes to {@code target/replica-<port>.log}.
 */
public final class Replica implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port = OwnServer.freePort();
    private final int management = OwnServer.freePort();
    private final Process process;

    /** Starts it with these variables, on free ports, in the profile {@code local}; returns before it answers. */
    public Replica(Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                JAR.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        Path.of("target", "replica-" + port + ".log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_PROFILE", "local");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("could not start the service", failure);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Whether it wants to be sent requests. */
    public boolean isReady() {
        return status("/q/health/ready") == 200;
    }

    /** Whether it is up, whatever it thinks of its neighbours. */
    public boolean isLive() {
        return status("/q/health/live") == 200;
    }

    /** The sum of a counter over the series whose line contains {@code tag}. */
    public double counter(String name, String tag) {
        return get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What {@code kill -9} does: it is gone before it can do anything about it. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it in order, as a roll-out does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(15, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private int status(String path) {
        try {
            return send(path).statusCode();
        } catch (IOException notThere) {
            return 0;
        }
    }

    private String get(String path) {
        try {
            return send(path).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpResponse<String> send(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
