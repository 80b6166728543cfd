package io.mapwright.deploy.servers;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

        try (var second = Launched.ready(command)) {
            assertThat(records(kafka("acks", "all"), "kept")).containsExactly("value");
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
            assertThat(directory.resolve("data")).doesNotExist();
            children.forEach(MainTest::gone);
        }
    }

    @Test
    void givesALoneHolderEverythingEmptyAndLeavesTheRestOfACompanyAlone() throws Exception {
        Path ports = directory.resolve("ports");
        try (var all = Launched.ready(
                "all", "--data", data(), "--ports-file", ports.toString(), "--run-id", "r", "--topics", "t:1")) {
            // given
            var state = new Properties();
            state.load(new StringReader(Files.readString(ports)));
            int redis = Integer.parseInt(state.getProperty("redis.port"));
            var kafka = kafka("acks", "all");
            kafka.put("bootstrap.servers", "127.0.0.1:" + state.getProperty("kafka.port"));
            send(kafka, "t", "before any lease");
            try (var first = new Socket("127.0.0.1", Integer.parseInt(state.getProperty("lease.port")));
                    var second = new Socket("127.0.0.1", Integer.parseInt(state.getProperty("lease.port")))) {
                redis(redis, "SELECT 1", "SET old 1");
                redis(redis, "SELECT 2", "SET old 1");

                // when
                assertThat(ask(first, "LEASE")).isEqualTo("LEASED 1");
                send(kafka, "t", "of the first holder");
                assertThat(redis(redis, "SELECT 1", "DBSIZE")).contains(":0");
                assertThat(redis(redis, "SELECT 2", "DBSIZE")).contains(":1");
                assertThat(ask(second, "LEASE")).isEqualTo("LEASED 2");
            }

            // then
            assertThat(redis(redis, "SELECT 2", "DBSIZE")).contains(":0");
            assertThat(records(kafka, "t")).containsExactly("of the first holder");
            assertThat(all.children()).isNotEmpty();
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

    private static void send(Properties kafka, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static List<String> records(Properties kafka, String topic) {
        var found = new ArrayList<String>();
        var config = new Properties();
        config.put("bootstrap.servers", kafka.get("bootstrap.servers"));
        config.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.poll(Duration.ofSeconds(20)).forEach(record -> found.add(record.value()));
        }
        return found;
    }

    private static String ask(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    private static String redis(int port, String... commands) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((String.join("\r\n", commands) + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void gone(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }
}
