package io.mapwright.deploy.load.suite;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RedisReaderTest {

    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void asksForTheKeyAndReadsItsValue() {
        CompletableFuture<List<String>> asked = answer("$4\r\nAB3D\r\n");

        assertThat(reader().get("auth:captcha:1")).contains("AB3D");
        assertThat(asked.join()).containsExactly("*2", "$3", "GET", "$14", "auth:captcha:1");
    }

    @Test
    void isEmptyForAKeyThatIsNotThere() {
        answer("$-1\r\n");

        assertThat(reader().get("gone")).isEmpty();
    }

    @Test
    void failsWhenRedisCannotAnswer() {
        answer("-LOADING Redis is loading the dataset in memory\r\n");

        assertThatThrownBy(() -> reader().get("x"))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("Redis answers -LOADING Redis is loading the dataset in memory");
    }

    private RedisReader reader() {
        return new RedisReader(server.getLocalPort());
    }

    private CompletableFuture<List<String>> answer(String text) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                List<String> command = Stream.generate(() -> line(in)).limit(5).toList();
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                return command;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String line(BufferedReader in) {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
