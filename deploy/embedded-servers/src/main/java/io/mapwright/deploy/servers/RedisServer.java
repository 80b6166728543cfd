package io.mapwright.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Redis 7.0 on the loopback interface. Every write is in the append-only file before it is answered, so that killing the
 * process loses nothing; the file is synced to the disk every second.
 *
 * @param data directory of the append-only file; created when missing
 * @param port to listen on
 * @param databases how many numbered databases there are, at least 1
 * @param durable false for throw-away data: nothing is written to disk then
 */
record RedisServer(Path data, int port, int databases, boolean durable) {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** Unpacks the binary and creates the data directory; returns the command line that starts the server. */
    List<String> prepare() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + data + ": " + e.getMessage(), e);
        }
        String binary = Platform.current().redisBinary();
        Path program = Cache.ofThisUser().entry(binary, directory -> unpack(binary, directory));
        return List.of(
                program.resolve("redis-server").toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "-::1",
                "--dir",
                data.toString(),
                "--databases",
                Integer.toString(databases),
                "--appendonly",
                durable ? "yes" : "no",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--daemonize",
                "no");
    }

    NativeServer start() {
        var command = new NativeServer.Command("Redis", prepare(), "TERM", data.resolve("redis.log"));
        return NativeServer.start(command, pid -> RedisProbe.answers(port, pid), START_LIMIT);
    }

    private static void unpack(String binary, Path directory) throws IOException {
        Path program = directory.resolve("redis-server");
        try (var resource = Cache.resource(binary)) {
            Files.copy(resource, program);
        }
        if (!program.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + program + " executable");
        }
    }
}
