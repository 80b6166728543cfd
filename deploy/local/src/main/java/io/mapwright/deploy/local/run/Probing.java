package io.mapwright.deploy.local.run;

import io.mapwright.deploy.local.stack.Probe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks processes whether they do their work, each in its own language. Threadsafe; blocks for two seconds at most. */
public final class Probing implements Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    @Override
    public boolean answers(Probe probe) throws InterruptedException {
        try {
            return switch (probe) {
                case Probe.Http page -> answersHttp(page);
                case Probe.Redis redis -> answersRedis(redis.port());
                case Probe.Postgres postgres -> answersPostgres(postgres.port());
                case Probe.Kafka kafka -> answersKafka(kafka.port());
                case Probe.Smtp smtp -> answersSmtp(smtp.port());
            };
        } catch (IOException silent) {
            return false;
        }
    }

    private boolean answersHttp(Probe.Http page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page.address()).timeout(LIMIT).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private static boolean answersRedis(int port) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            // Anything else, such as -LOADING, means not yet.
            return socket.getInputStream().read() == '+';
        }
    }

    /** A whole start-up message: encryption is negotiated even while the server still recovers. */
    private static boolean answersPostgres(int port) throws IOException {
        byte[] parameters = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = connect(port)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(8 + parameters.length);
            out.writeInt(3 << 16);
            out.write(parameters);
            out.flush();
            return socket.getInputStream().read() == 'R';
        }
    }

    private static boolean answersKafka(int port) throws IOException {
        int apiVersions = 18;
        int correlation = 7;
        try (Socket socket = connect(port)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(apiVersions);
            out.writeShort(0);
            out.writeInt(correlation);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 4 && in.readInt() == correlation && in.readShort() == 0;
        }
    }

    private static boolean answersSmtp(int port) throws IOException {
        try (Socket socket = connect(port)) {
            return socket.getInputStream().read() == '2';
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            int millis = (int) LIMIT.toMillis();
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
