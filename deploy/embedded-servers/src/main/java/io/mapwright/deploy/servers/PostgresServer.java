package io.mapwright.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL 18 on the loopback interface. The user {@code postgres} needs no password: this is a server for one
 * developer's machine.
 *
 * @param data holds the cluster, created on first use
 * @param port to listen on
 * @param maxConnections as in {@code max_connections}
 * @param databases created when they do not exist
 * @param durable false for throw-away data: nothing is synced to disk then
 */
record PostgresServer(Path data, int port, int maxConnections, List<String> databases, boolean durable) {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int TOOL_SECONDS = 120;

    PostgresServer {
        databases = List.copyOf(databases);
        databases.forEach(PostgresServer::requirePlainName);
    }

    private static void requirePlainName(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a database's name is [a-z][a-z0-9_]*, not " + database);
        }
    }

    /**
     * Unpacks the programs, initialises the cluster and creates the databases, as far as that has not happened yet;
     * returns the command line that starts the server in the foreground.
     */
    List<String> prepare() {
        var account = Account.choose();
        var binaries = PostgresBinaries.in(account.cache());
        try {
            Files.createDirectories(data);
            account.takeOver(data);
            if (!Files.exists(cluster())) {
                initialise(account, binaries);
            }
            createDatabases(account, binaries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare PostgreSQL in " + data + ": " + e.getMessage(), e);
        }
        return server(account, binaries);
    }

    NativeServer start() {
        var command = new NativeServer.Command("PostgreSQL", prepare(), "INT", log());
        return NativeServer.start(command, this::answers, START_LIMIT);
    }

    /** The one that answers must have written the cluster's lock file: any other server on the port is a stranger. */
    private boolean answers(long pid) {
        try {
            return Files.readString(cluster().resolve("postmaster.pid")).startsWith(pid + "\n")
                    && PostgresProbe.answers(port);
        } catch (IOException e) {
            return false;
        }
    }

    private Path cluster() {
        return data.resolve("cluster");
    }

    private Path log() {
        return data.resolve("postgres.log");
    }

    private List<String> server(Account account, PostgresBinaries binaries) {
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of(binaries.program("postgres"), "-D", cluster().toString(), "-p", Integer.toString(port)));
        setting(command, "listen_addresses", "localhost");
        setting(command, "unix_socket_directories", "");
        setting(command, "max_connections", Integer.toString(maxConnections));
        setting(command, "shared_buffers", "64MB");
        setting(command, "timezone", "UTC");
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            setting(command, setting, durable ? "on" : "off");
        }
        return List.copyOf(command);
    }

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    /** Into a draft that becomes the cluster in one step: a start that was killed half-way leaves nothing behind. */
    private void initialise(Account account, PostgresBinaries binaries) throws IOException {
        Path draft = data.resolve("cluster.new");
        Cache.deleteTree(draft);
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                binaries.program("initdb"),
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        if (!durable) {
            command.add("--no-sync");
        }
        // Word-splitting extensions ask the C library what a letter is, and know no Chinese in the plain C locale.
        var unicode = new ArrayList<>(command);
        unicode.add("--lc-ctype=" + (Platform.current().mac() ? "en_US.UTF-8" : "C.UTF-8"));
        if (run(unicode, "") != 0) {
            Cache.deleteTree(draft);
            if (run(command, "") != 0) {
                throw new IOException("initdb failed, see " + log());
            }
        }
        Files.move(draft, cluster());
    }

    /** With the server down and in its single-user mode, so that nobody finds the server up and its database missing. */
    private void createDatabases(Account account, PostgresBinaries binaries) throws IOException {
        Path record = data.resolve("databases");
        var known = Files.exists(record) ? Files.readAllLines(record) : List.<String>of();
        var missing = databases.stream().filter(name -> !known.contains(name)).toList();
        if (missing.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of(
                binaries.program("postgres"), "--single", "-D", cluster().toString(), "postgres"));
        var statements = new StringBuilder();
        missing.forEach(
                name -> statements.append("CREATE DATABASE ").append(name).append(";\n"));
        if (run(command, statements.toString()) != 0) {
            throw new IOException("cannot create the databases " + missing + ", see " + log());
        }
        var all = new ArrayList<>(known);
        all.addAll(missing);
        Files.write(record, all);
    }

    private int run(List<String> command, String input) throws IOException {
        var tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try (var stdin = tool.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (tool.waitFor(TOOL_SECONDS, TimeUnit.SECONDS)) {
                return tool.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tool.destroyForcibly();
        throw new IOException(command + " did not end within " + TOOL_SECONDS + " s");
    }
}
