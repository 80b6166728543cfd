package io.mapwright.deploy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who still needs the shared servers: a lease is an open connection. One line per command:
 *
 * <ul>
 *   <li>{@code HELLO} answers {@code MAPWRIGHT <run id>}
 *   <li>{@code LEASE} answers {@code LEASED <number>} and holds a lease until the connection closes; who is alone finds
 *       topics and inbox empty
 *   <li>{@code TOPIC <name> <partitions>} answers {@code CREATED}
 * </ul>
 *
 * Whatever is wrong answers {@code ERROR <why>}.
 */
final class Leases implements AutoCloseable {

    /** What the holders of leases may ask the servers for. */
    interface Servers {
        /** Makes the numbered place ready for a new holder; when it is alone, the shared ones too. */
        void prepare(int number, boolean alone);

        void createTopic(Topic topic);
    }

    private final ServerSocket socket;
    private final String runId;
    private final int places;
    private final Servers servers;
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicLong idleSince = new AtomicLong(System.nanoTime());

    private Leases(ServerSocket socket, String runId, int places, Servers servers) {
        this.socket = socket;
        this.runId = runId;
        this.places = places;
        this.servers = servers;
    }

    /**
     * Starts listening on a free port of the loopback interface.
     *
     * @param runId what holders know these servers by
     * @param places how many leases can be told apart; numbers start at 1 and are given again after so many
     */
    static Leases open(String runId, int places, Servers servers) {
        try {
            var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var leases = new Leases(socket, runId, places, servers);
            Thread.ofPlatform().daemon().name("leases").start(leases::accept);
            return leases;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for leases", e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Returns when nobody has held a lease for so long. */
    void awaitEnd(Duration idle) {
        while (held.get() > 0 || System.nanoTime() - idleSince.get() < idle.toNanos()) {
            NativeServer.pause(Duration.ofMillis(500));
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().name("lease").start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("leases: " + e.getMessage());
                }
            }
        }
    }

    private void serve(Socket connection) {
        boolean leased = false;
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            var out = new PrintWriter(connection.getOutputStream(), true, StandardCharsets.UTF_8);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("LEASE") && !leased) {
                    leased = true;
                    held.incrementAndGet();
                }
                out.println(answer(line));
            }
        } catch (IOException e) {
            // A holder that was killed: its connection is gone, and with it its lease.
        } finally {
            if (leased) {
                idleSince.set(System.nanoTime());
                held.decrementAndGet();
            }
        }
    }

    private synchronized String answer(String line) {
        String[] words = line.split(" ");
        try {
            return switch (words[0]) {
                case "HELLO" -> "MAPWRIGHT " + runId;
                case "LEASE" -> {
                    int number = given.getAndIncrement() % places + 1;
                    servers.prepare(number, held.get() == 1);
                    yield "LEASED " + number;
                }
                case "TOPIC" -> {
                    servers.createTopic(new Topic(words[1], Integer.parseInt(words[2])));
                    yield "CREATED";
                }
                default -> "ERROR unknown command " + words[0];
            };
        } catch (RuntimeException e) {
            return "ERROR " + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }
}
