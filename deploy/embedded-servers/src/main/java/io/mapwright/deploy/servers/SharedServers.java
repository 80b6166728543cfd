package io.mapwright.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * All four servers for the tests of one build: Kafka and mail in this JVM, PostgreSQL and Redis as its children, on free
 * ports and with data that does not outlive them.
 *
 * @param data cleared at start
 * @param portsFile written, in one step, when everything answers: {@code name=value} lines
 * @param runId what holders of leases recognise these servers by
 * @param idle how long the servers live without a lease
 * @param maxConnections of PostgreSQL
 * @param topics created at start
 */
record SharedServers(Path data, Path portsFile, String runId, Duration idle, int maxConnections, List<Topic> topics) {

    /** Redis database 0 belongs to nobody; each lease has one of its own. */
    private static final int PLACES = 255;

    /** Returns when nobody has needed the servers for long enough; all of them have stopped then, and their data is gone. */
    void run(Shutdown shutdown) throws IOException {
        Files.deleteIfExists(portsFile);
        Cache.deleteTree(data);
        Files.createDirectories(data);
        var ports = FreePorts.choose(5);
        int postgresPort = ports.get(0);
        int redisPort = ports.get(1);
        int kafkaPort = ports.get(2);
        int smtpPort = ports.get(3);
        int inboxPort = ports.get(4);

        var postgres = started(
                shutdown,
                () -> new PostgresServer(data.resolve("postgres"), postgresPort, maxConnections, List.of(), false)
                        .start());
        var redis =
                started(shutdown, () -> new RedisServer(data.resolve("redis"), redisPort, PLACES + 1, false).start());
        var kafka = started(shutdown, () -> KafkaServer.start(data.resolve("kafka"), kafkaPort, topics));
        var mail = started(shutdown, () -> MailServer.start(data.resolve("mail"), smtpPort, inboxPort));
        try {
            CompletableFuture.allOf(postgres, redis, kafka, mail).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
        shutdown.endWith(postgres.join(), "PostgreSQL");
        shutdown.endWith(redis.join(), "Redis");

        var places = new Places(redisPort, kafka.join().topics(), mail.join().store());
        try (var leases = Leases.open(runId, PLACES, places)) {
            publish(Map.of(
                    "run-id", runId,
                    "process", Long.toString(ProcessHandle.current().pid()),
                    "lease.port", Integer.toString(leases.port()),
                    "postgres.port", Integer.toString(postgresPort),
                    "redis.port", Integer.toString(redisPort),
                    "kafka.port", Integer.toString(kafkaPort),
                    "smtp.port", Integer.toString(smtpPort),
                    "inbox.port", Integer.toString(inboxPort)));
            System.out.println("READY all " + leases.port());
            leases.awaitEnd(idle);
        } finally {
            Files.deleteIfExists(portsFile);
        }
        shutdown.closeAll();
        Cache.deleteTree(data);
    }

    private static <T extends AutoCloseable> CompletableFuture<T> started(
            Shutdown shutdown, java.util.function.Supplier<T> start) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(shutdown.closing(start.get()));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void publish(Map<String, String> state) throws IOException {
        String lines = state.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        Path draft = portsFile.resolveSibling(portsFile.getFileName() + ".draft");
        Files.writeString(draft, lines);
        Files.move(draft, portsFile, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives every new holder an empty Redis database, and an empty rest when there is nobody whom that could hurt. */
    private record Places(int redisPort, KafkaTopics topics, MailStore mail) implements Leases.Servers {

        @Override
        public void prepare(int number, boolean alone) {
            if (!RedisProbe.empties(redisPort, number)) {
                throw new IllegalStateException("Redis did not empty its database " + number);
            }
            if (alone) {
                topics.empty();
                mail.deleteAll();
            }
        }

        @Override
        public void createTopic(Topic topic) {
            topics.create(List.of(topic));
        }
    }
}
