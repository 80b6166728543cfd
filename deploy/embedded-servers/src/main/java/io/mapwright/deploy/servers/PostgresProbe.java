package io.mapwright.deploy.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a PostgreSQL whether it takes queries, in its own protocol and without a driver. */
public final class PostgresProbe {

    private static final int PROTOCOL_3 = 196_608;
    private static final int TIMEOUT_MILLIS = 2_000;

    private PostgresProbe() {}

    /**
     * Whether the server on this port of the loopback interface lets the user {@code postgres} in and is ready for a
     * query. False while it starts, recovers or stops, and when nobody listens. Takes at most about two seconds.
     */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            byte[] parameters = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
            out.writeInt(8 + parameters.length);
            out.writeInt(PROTOCOL_3);
            out.write(parameters);
            out.flush();
            boolean ready = isReady(new DataInputStream(socket.getInputStream()));
            out.writeByte('X');
            out.writeInt(4);
            out.flush();
            return ready;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isReady(DataInputStream in) throws IOException {
        while (true) {
            int type = in.readUnsignedByte();
            in.skipNBytes(in.readInt() - 4L);
            if (type == 'Z') {
                return true;
            }
            if (type == 'E') {
                return false;
            }
        }
    }
}
