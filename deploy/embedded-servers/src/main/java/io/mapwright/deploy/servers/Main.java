package io.mapwright.deploy.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command line of the embedded servers; {@code --help} prints it. */
public final class Main {

    private static final String HELP = """
            Real servers for development and tests, on the loopback interface.

            postgres --data <dir> --port <n> [--databases a,b] [--max-connections 100] [--volatile]
            redis    --data <dir> --port <n> [--redis-databases 16] [--volatile]
            kafka    --data <dir> --port <n> [--topics name[:partitions],...]
            mail     --data <dir> --port <smtp> --inbox-port <http>
                Runs one server until it is told to end, or until the server ends.
                postgres and redis print "PID <name> <process id>" of the real server first.

            prepare postgres|redis <options as above>
                Unpacks, initialises, and prints the command line that runs the server in the foreground,
                one argument a line, for a supervisor of its own.

            all --data <dir> --ports-file <file> --run-id <id> [--lease-seconds 120] [--topics ...]
                All four for a build's tests, on free ports; clears <dir> first; ends when nobody has held a
                lease for so long.

            Each prints one line "READY <name> <port>" when it answers its own protocol. Data is kept unless
            --volatile is given. --until-stdin-closes ends the process with whoever holds its standard input.
            Unpacked programs are kept in $MAPWRIGHT_CACHE, by default ~/.cache/mapwright.
            """;

    private Main() {}

    public static void main(String[] line) {
        try {
            var arguments = Arguments.parse(List.of(line));
            if (arguments.has("help") || arguments.words().isEmpty()) {
                System.out.print(HELP);
                return;
            }
            if (arguments.has("until-stdin-closes")) {
                Thread.ofPlatform().daemon().name("stdin").start(Main::endWithStdin);
            }
            run(arguments);
        } catch (IllegalArgumentException e) {
            fail(2, e.getMessage() + "; --help says more");
        } catch (IllegalStateException | UncheckedIOException e) {
            fail(1, e.getMessage());
        } catch (IOException e) {
            fail(1, e.toString());
        }
    }

    private static void run(Arguments arguments) throws IOException {
        var shutdown = new Shutdown();
        switch (String.join(" ", arguments.words())) {
            case "postgres" -> watch(shutdown.closing(postgres(arguments).start()), "postgres", arguments.port("port"));
            case "redis" -> watch(shutdown.closing(redis(arguments).start()), "redis", arguments.port("port"));
            case "kafka" -> {
                shutdown.closing(KafkaServer.start(
                        arguments.path("data"), arguments.port("port"), Topic.parseAll(arguments.list("topics"))));
                ready("kafka", arguments.port("port"));
                waitForEver();
            }
            case "mail" -> {
                shutdown.closing(
                        MailServer.start(arguments.path("data"), arguments.port("port"), arguments.port("inbox-port")));
                ready("mail", arguments.port("port"));
                waitForEver();
            }
            case "prepare postgres" -> postgres(arguments).prepare().forEach(System.out::println);
            case "prepare redis" -> redis(arguments).prepare().forEach(System.out::println);
            case "all" -> {
                all(arguments).run(shutdown);
                System.exit(0);
            }
            default -> throw new IllegalArgumentException("unknown command " + String.join(" ", arguments.words()));
        }
    }

    private static PostgresServer postgres(Arguments arguments) {
        return new PostgresServer(
                arguments.path("data"),
                arguments.port("port"),
                arguments.positive("max-connections", 100),
                arguments.list("databases"),
                !arguments.has("volatile"));
    }

    private static RedisServer redis(Arguments arguments) {
        return new RedisServer(
                arguments.path("data"),
                arguments.port("port"),
                arguments.positive("redis-databases", 16),
                !arguments.has("volatile"));
    }

    private static SharedServers all(Arguments arguments) {
        return new SharedServers(
                arguments.path("data"),
                arguments.path("ports-file"),
                arguments.text("run-id"),
                arguments.seconds("lease-seconds", 120),
                arguments.positive("max-connections", 300),
                Topic.parseAll(arguments.list("topics")));
    }

    private static void watch(NativeServer server, String name, int port) {
        System.out.println("PID " + name + " " + server.pid());
        ready(name, port);
        int status = server.onExit().join().exitValue();
        fail(1, name + " ended with " + status);
    }

    private static void ready(String name, int port) {
        System.out.println("READY " + name + " " + port);
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endWithStdin() {
        try {
            while (System.in.read() >= 0) {
                // Whatever is written there means only that the writer lives.
            }
        } catch (IOException e) {
            // As good as closed.
        }
        System.exit(0);
    }

    private static void fail(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
