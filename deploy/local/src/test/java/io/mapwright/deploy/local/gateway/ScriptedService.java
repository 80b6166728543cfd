package io.mapwright.deploy.local.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A service made of bare sockets, which can do to a connection what no HTTP library would. */
final class ScriptedService implements AutoCloseable {

    /** What happens on one connection after each request head. */
    interface Script {
        void serve(Connection connection) throws IOException, InterruptedException;
    }

    /** One accepted connection whose first request head has been read. */
    record Connection(Socket socket, List<String> head, BufferedReader rest) {

        void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void answer(String body) throws IOException {
            send("HTTP/1.1 200 OK\nContent-Length: " + body.length() + "\nConnection: close\n\n" + body);
        }

        /** Returns once the other side has closed. */
        void awaitEnd() throws IOException {
            while (rest.read() >= 0) {
                // Whatever still comes is of no interest.
            }
        }
    }

    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<List<String>> heads = new ConcurrentLinkedQueue<>();

    ScriptedService(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(script));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Request heads seen so far. */
    List<List<String>> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Script script) {
        while (true) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket, script));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> head = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            if (!head.isEmpty()) {
                heads.add(head);
                script.serve(new Connection(socket, head, in));
            }
        } catch (IOException gone) {
            // The other side's right.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
