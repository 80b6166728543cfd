package io.mapwright.deploy.servers;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Kafka, broker and controller in one, inside this JVM and on the loopback interface. Topics are not created by
 * using them: a misspelt one is an error here as it is in production.
 */
final class KafkaServer implements AutoCloseable {

    private final KafkaRaftServer server;
    private final KafkaTopics topics;

    private KafkaServer(KafkaRaftServer server, KafkaTopics topics) {
        this.server = server;
        this.topics = topics;
    }

    /** Returns when the broker answers and has all these topics; those it already has keep their records. */
    static KafkaServer start(Path data, int port, List<Topic> topics) {
        // Kafka halts its JVM when its directory fails; unexplained, that would look like a kill.
        Exit.setHaltProcedure(KafkaServer::end);
        Exit.setExitProcedure(KafkaServer::end);
        Path log = data.resolve("log");
        var config = configuration(log, port, FreePorts.choose(1).getFirst());
        try {
            format(log);
        } catch (Exception e) {
            throw new IllegalStateException("cannot format Kafka's directory " + log + ": " + e.getMessage(), e);
        }
        var server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
        var admin = KafkaTopics.of("127.0.0.1:" + port);
        admin.create(topics);
        return new KafkaServer(server, admin);
    }

    KafkaTopics topics() {
        return topics;
    }

    @Override
    public void close() {
        topics.close();
        server.shutdown();
        server.awaitShutdown();
    }

    private static void end(int status, String message) {
        System.err.println("Kafka ended its process with status " + status + (message == null ? "" : ": " + message));
        Runtime.getRuntime().halt(status);
    }

    private static void format(Path log) throws Exception {
        Files.createDirectories(log);
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        clear(log);
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(log.toString())
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
    }

    /** meta.properties is written last: without it a formatting was cut short, and nothing here was ever served. */
    private static void clear(Path log) {
        try {
            Cache.deleteTree(log);
            Files.createDirectories(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + log, e);
        }
    }

    private static Map<String, Object> configuration(Path log, int port, int controllerPort) {
        var config = new HashMap<String, Object>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("log.dirs", log.toString());
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.put("auto.create.topics.enable", "false");
        config.put("group.initial.rebalance.delay.ms", "0");
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            config.put(internal + ".replication.factor", "1");
            config.put(internal + ".num.partitions", "1");
        }
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("log.cleaner.dedupe.buffer.size", "2097152");
        config.put("log.index.size.max.bytes", "1048576");
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "2");
        config.put("background.threads", "2");
        config.put("log.cleaner.threads", "1");
        config.put("num.recovery.threads.per.data.dir", "1");
        return config;
    }
}
