package io.mapwright.deploy.load.suite;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads single keys of the stack's Redis, a connection each. */
final class RedisReader {

    private static final int LIMIT_MILLIS = 3000;

    private final int port;

    RedisReader(int port) {
        this.port = port;
    }

    Optional<String> get(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        String command = "*2\r\n$3\r\nGET\r\n$" + name.length + "\r\n" + key + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String head = line(in);
            if (!head.startsWith("$")) {
                throw new IOException("Redis answers " + head);
            }
            int length = Integer.parseInt(head.substring(1));
            return length < 0
                    ? Optional.empty()
                    : Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key + " from Redis on port " + port, e);
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readByte(); c != '\r'; c = in.readByte()) {
            line.append((char) c);
        }
        in.readByte();
        return line.toString();
    }
}
