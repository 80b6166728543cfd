package io.mapwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** As much of a Redis client as these tests need: sends lines, returns all that came back. */
record Redis(String uri) {

    String say(String... commands) {
        var address = URI.create(uri);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 2_000);
            socket.setSoTimeout(2_000);
            String database = address.getPath().replace("/", "");
            String select = database.isEmpty() ? "" : "SELECT " + database + "\r\n";
            String script = select + String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int from = select.isEmpty() ? 0 : "+OK\r\n".length();
            return answer.substring(from, answer.length() - "+OK\r\n".length()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
