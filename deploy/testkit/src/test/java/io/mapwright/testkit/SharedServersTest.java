package io.mapwright.testkit;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class SharedServersTest {

    @Test
    void areFoundAgainWhileTheyRun() {
        var found = SharedServers.find();

        assertThat(found.answer()).isTrue();
        assertThat(SharedServers.find()).isEqualTo(found);
    }

    @Test
    void countForNothingWhenTheirProcessHasGone() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(described(port).answer()).isFalse();
    }

    @Test
    void countForNothingWhenSomebodyElseHasTheirPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(socket, "MAPWRIGHT another run"));

            assertThat(described(socket.getLocalPort()).answer()).isFalse();
        }
    }

    @Test
    void areRecognisedByTheirRun() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(socket, "MAPWRIGHT this run"));

            assertThat(described(socket.getLocalPort()).answer()).isTrue();
        }
    }

    private static SharedServers described(int port) {
        var state = new Properties();
        state.setProperty("run-id", "this run");
        state.setProperty("lease.port", Integer.toString(port));
        return new SharedServers(state);
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (var connection = server.accept()) {
            new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)).readLine();
            connection.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The test has seen enough.
        }
    }
}
