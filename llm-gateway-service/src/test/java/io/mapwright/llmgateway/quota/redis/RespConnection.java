package io.mapwright.llmgateway.quota.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A blocking connection to Redis for tests that have no event loop: one command, one answer. */
public final class RespConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    public RespConnection(String redisUri) {
        try {
            var uri = URI.create(redisUri);
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            if (uri.getPath() != null && uri.getPath().length() > 1) {
                send("SELECT", uri.getPath().substring(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reach " + redisUri, e);
        }
    }

    /** An error of Redis, such as an unknown script. */
    public static final class RedisError extends RuntimeException {

        RedisError(String message) {
            super(message);
        }
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @return a {@code String}, a {@code Long}, a {@code List} of such, or {@code null} for nil
     */
    public Object send(List<String> command) {
        write(command);
        return read();
    }

    /** The same for a short command. */
    public Object send(String... command) {
        return send(List.of(command));
    }

    void write(List<String> command) {
        try {
            var bytes = new ByteArrayOutputStream(512);
            bytes.writeBytes(("*" + command.size() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            for (var word : command) {
                var encoded = word.getBytes(StandardCharsets.ISO_8859_1);
                bytes.writeBytes(("$" + encoded.length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                bytes.writeBytes(encoded);
                bytes.write('\r');
                bytes.write('\n');
            }
            socket.getOutputStream().write(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object read() {
        try {
            var line = line();
            var rest = line.substring(1);
            return switch (line.charAt(0)) {
                case '+' -> rest;
                case '-' -> throw new RedisError(rest);
                case ':' -> Long.valueOf(rest);
                case '$' -> bulk(Integer.parseInt(rest));
                case '*' -> array(Integer.parseInt(rest));
                default -> throw new IllegalStateException("not RESP: " + line);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        var bytes = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Object array(int length) {
        var items = new ArrayList<Object>();
        for (int i = 0; i < length; i++) {
            items.add(read());
        }
        return items;
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream(32);
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis closed the connection");
            }
            bytes.write(next);
        }
        in.skipNBytes(1);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
