package io.mapwright.deploy.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a Redis whether it serves, in its own protocol and without a client library. */
public final class RedisProbe {

    private static final int TIMEOUT_MILLIS = 2_000;

    private RedisProbe() {}

    /**
     * Whether the server on this port of the loopback interface serves commands. False while it loads its data, and when
     * nobody listens. Takes at most about two seconds.
     */
    public static boolean answers(int port) {
        return ask(port, "PING").filter("+PONG\r\n"::equals).isPresent();
    }

    /** Whether the server that answers on this port is the process of this id, and not somebody else's Redis. */
    public static boolean answers(int port, long processId) {
        return answers(port)
                && ask(port, "INFO server")
                        .filter(info -> info.contains("process_id:" + processId + "\r\n"))
                        .isPresent();
    }

    /** Empties one numbered database; false when that failed. */
    static boolean empties(int port, int database) {
        return ask(port, "SELECT " + database + "\r\nFLUSHDB")
                .filter("+OK\r\n+OK\r\n"::equals)
                .isPresent();
    }

    private static Optional<String> ask(int port, String command) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(answer.endsWith("+OK\r\n") ? answer.substring(0, answer.length() - 5) : answer);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
