package io.mapwright.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A conversation with the shared servers, a line each way. A lease lasts as long as the connection it was taken on. */
final class LeaseConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private LeaseConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Empty when nobody, or somebody else, answers there. */
    static Optional<LeaseConnection> to(SharedServers servers) {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", servers.leasePort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var connection = new LeaseConnection(socket);
            if (connection.ask("HELLO").equals("MAPWRIGHT " + servers.runId())) {
                return Optional.of(connection);
            }
            socket.close();
        } catch (IOException | IllegalStateException e) {
            closeQuietly(socket);
        }
        return Optional.empty();
    }

    /** Takes a lease, for as long as this JVM lives; returns its number. */
    int lease() {
        String answer = ask("LEASE");
        if (!answer.startsWith("LEASED ")) {
            throw new IllegalStateException("the shared servers gave no lease: " + answer);
        }
        return Integer.parseInt(answer.substring("LEASED ".length()));
    }

    void createTopic(String name, int partitions) {
        String answer = ask("TOPIC " + name + " " + partitions);
        if (!answer.equals("CREATED")) {
            throw new IllegalStateException("no topic " + name + ": " + answer);
        }
    }

    /** Keeps the connection open until this JVM ends, whatever becomes of the class loader that opened it. */
    void keepForEver() {
        Thread.ofPlatform().daemon().name("lease of the shared servers").start(() -> {
            try {
                socket.setSoTimeout(0);
                in.readLine();
            } catch (IOException e) {
                // The servers have ended; whoever uses them will notice.
            }
        });
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private String ask(String line) {
        try {
            out.println(line);
            return Optional.ofNullable(in.readLine())
                    .orElseThrow(() -> new IllegalStateException("the shared servers have ended"));
        } catch (IOException e) {
            throw new IllegalStateException("the shared servers do not answer: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
