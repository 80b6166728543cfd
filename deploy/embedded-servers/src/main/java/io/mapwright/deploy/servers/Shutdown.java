package io.mapwright.deploy.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes, at the end of this JVM and in reverse order, whatever it was given. */
final class Shutdown {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ending;

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll, "shutdown"));
    }

    /** Something that was started while the JVM already ends is closed right away. */
    <T extends AutoCloseable> T closing(T closeable) {
        synchronized (this) {
            if (!ending) {
                open.push(closeable);
                return closeable;
            }
        }
        close(closeable);
        return closeable;
    }

    /**
     * Ends this JVM when the server ends by itself: with half of the servers every test would fail, and say nothing of why.
     */
    void endWith(NativeServer server, String name) {
        server.onExit().thenAccept(ended -> {
            if (!isEnding()) {
                System.err.println(name + " ended with " + ended.exitValue());
                System.exit(1);
            }
        });
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    /** Closes everything now; a second time there is nothing left to close. */
    void closeAll() {
        Deque<AutoCloseable> all;
        synchronized (this) {
            ending = true;
            all = new ArrayDeque<>(open);
            open.clear();
        }
        all.forEach(Shutdown::close);
    }

    /** One server that fails to stop must not keep the others running. */
    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.err.println("while stopping: " + e);
        }
    }
}
