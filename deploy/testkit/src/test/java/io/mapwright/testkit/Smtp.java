package io.mapwright.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends one mail and insists that it is accepted. */
record Smtp(int port) {

    void send(String to, String subject, String text) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            expect(in, "220");
            for (String line : List.of("HELO test", "MAIL FROM:<a@example.com>", "RCPT TO:<" + to + ">")) {
                say(socket, line);
                expect(in, "250");
            }
            say(socket, "DATA");
            expect(in, "354");
            say(
                    socket,
                    "From: a@example.com\r\nSubject: " + subject + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                            + text + "\r\n.");
            expect(in, "250");
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        if (line == null || !line.startsWith(code)) {
            throw new IOException("expected " + code + ", got " + line);
        }
    }
}
