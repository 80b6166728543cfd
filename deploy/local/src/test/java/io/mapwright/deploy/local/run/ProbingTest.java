package io.mapwright.deploy.local.run;

import com.sun.net.httpserver.HttpServer;
import io.mapwright.deploy.local.stack.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ProbingTest {

    private final Probing probing = new Probing();

    @ParameterizedTest(name = "HTTP {0}: {1}")
    @CsvSource({"200, true", "503, false", "404, false"})
    void takesOnly200ForReady(int status, boolean ready) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();

        assertThat(probing.answers(new Probe.Http(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))))
                .isEqualTo(ready);
        server.stop(0);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("redis is ready", probe(Probe.Redis::new), "+PONG\r\n".getBytes(), true),
                Arguments.of("redis still loads", probe(Probe.Redis::new), "-LOADING\r\n".getBytes(), false),
                Arguments.of("postgres lets in", probe(Probe.Postgres::new), "R".getBytes(), true),
                Arguments.of("postgres still recovers", probe(Probe.Postgres::new), "E".getBytes(), false),
                Arguments.of(
                        "kafka lists versions",
                        probe(Probe.Kafka::new),
                        new byte[] {0, 0, 0, 10, 0, 0, 0, 7, 0, 0},
                        true),
                Arguments.of(
                        "kafka objects", probe(Probe.Kafka::new), new byte[] {0, 0, 0, 10, 0, 0, 0, 7, 0, 35}, false),
                Arguments.of("smtp greets", probe(Probe.Smtp::new), "220 here\r\n".getBytes(), true),
                Arguments.of("smtp refuses", probe(Probe.Smtp::new), "421 no\r\n".getBytes(), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void understandsEachServer(String what, IntFunction<Probe> probe, byte[] answer, boolean ready) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(server, answer));

            assertThat(probing.answers(probe.apply(server.getLocalPort()))).isEqualTo(ready);
        }
    }

    @Test
    void takesARefusedConnectionForNotReady() throws Exception {
        int dead;
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            dead = server.getLocalPort();
        }

        assertThat(probing.answers(new Probe.Redis(dead))).isFalse();
    }

    private static IntFunction<Probe> probe(IntFunction<Probe> constructor) {
        return constructor;
    }

    private static void answerOnce(ServerSocket server, byte[] answer) {
        try (Socket socket = server.accept();
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
            in.readAllBytes();
        } catch (IOException gone) {
            // The probe has heard enough.
        }
    }
}
