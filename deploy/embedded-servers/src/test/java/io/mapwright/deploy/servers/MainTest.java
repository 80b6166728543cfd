package io.mapwright.deploy.servers;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class MainTest {

    private final String port = FreePorts.choose(1).getFirst().toString();

    @TempDir
    private Path directory;

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        try (var launched = Launched.start(Map.of(), "postgresql", "--data", "x")) {
            assertThat(launched.rest()).contains("unknown command postgresql");
            assertThat(launched.exitValue()).isEqualTo(2);
        }
    }

    @Test
    void startsPostgresAgainAfterItWasKilled() throws Exception {
        String[] command = {"postgres", "--data", data(), "--port", port, "--databases", "one"};
        try (var first = Launched.ready(command)) {
            first.watched("postgres").destroyForcibly();
            assertThat(first.rest()).contains("postgres ended with 137");
            assertThat(first.exitValue()).isEqualTo(1);
        }

        try (var second = Launched.ready(command)) {
            assertThat(PostgresProbe.answers(Integer.parseInt(port))).isTrue();
            assertThat(second.watched("postgres").isAlive()).isTrue();
        }

        assertThat(PostgresProbe.answers(Integer.parseInt(port))).isFalse();
    }

    @Test
    void stopsANativeServerWhoseLauncherWasKilled() throws Exception {
        try (var launched = Launched.ready("redis", "--data", data(), "--port", port)) {
            var redis = launched.watched("redis");
            assertThat(RedisProbe.answers(Integer.parseInt(port), redis.pid())).isTrue();
            assertThat(RedisProbe.answers(Integer.parseInt(port), redis.pid() + 1))
                    .isFalse();

            launched.kill();

            gone(redis);
        }
    }

    @Test
    void preparesACommandLineForASupervisor() throws Exception {
        List<String> command;
        try (var launched =
                Launched.start(Map.of(), "prepare", "postgres", "--data", data(), "--port", port, "--databases", "a")) {
            command = launched.rest().lines().toList();
            assertThat(launched.exitValue()).isZero();
        }

        var server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            var answers = CompletableFuture.runAsync(() -> {
                while (!PostgresProbe.answers(Integer.parseInt(port))) {
                    NativeServer.pause(Duration.ofMillis(50));
                }
            });
            assertThat(answers).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void keepsWhatKafkaAcknowledgedWhenItIsKilled() throws Exception {
        String[] command = {"kafka", "--data", data(), "--port", port, "--topics", "kept:1"};
        try (var first = Launched.ready(command)) {
            try (var producer =
                    new KafkaProducer<>(kafka("acks", "all"), new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("kept", "key", "value")).get();
            }
            first.kill();
        }

        try (var second = Launched.ready(command);
                var consumer = new KafkaConsumer<>(
                        kafka("auto.offset.reset", "earliest"), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("value"));
            assertThat(second.children()).isEmpty();
        }
    }

    @Test
    void endsTheSharedServersWithTheirLastLease() throws Exception {
        Path ports = directory.resolve("ports");
        try (var all = Launched.ready(
                "all", "--data", data(), "--ports-file", ports.toString(), "--run-id", "r", "--lease-seconds", "1")) {
            assertThat(ports).content().contains("run-id=r", "postgres.port=", "redis.port=", "kafka.port=");
            var children = all.children();
            assertThat(children).hasSizeGreaterThanOrEqualTo(2);

            all.rest();

            assertThat(all.exitValue()).isZero();
            assertThat(ports).doesNotExist();
            children.forEach(MainTest::gone);
        }
    }

    /** Containers usually forbid root a name space of its own; here an `unshare` that fails stands for them. */
    @Test
    void runsPostgresAsNobodyWhereRootMayNotHaveANameSpace() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Path.of("/usr/bin/setpriv")).exists();
        Path bin = Files.createDirectory(directory.resolve("bin"));
        Path unshare = Files.writeString(bin.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(unshare, PosixFilePermissions.fromString("rwxr-xr-x"));
        var path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
        String[] command = {"prepare", "postgres", "--data", data(), "--port", port};

        try (var refused = Launched.start(path, command)) {
            assertThat(refused.rest()).contains("nobody may not enter " + directory);
            assertThat(refused.exitValue()).isEqualTo(1);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var prepared = Launched.start(path, command)) {
            assertThat(prepared.rest()).startsWith("setpriv\n").contains("/var/tmp/mapwright");
            assertThat(prepared.exitValue()).isZero();
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private Properties kafka(String name, String value) {
        var config = new Properties();
        config.put("bootstrap.servers", "127.0.0.1:" + port);
        config.put(name, value);
        return config;
    }

    private static void gone(ProcessHandle process) {
        assertThat(Optional.of(process.onExit()).orElseThrow()).succeedsWithin(Duration.ofSeconds(20));
    }
}
