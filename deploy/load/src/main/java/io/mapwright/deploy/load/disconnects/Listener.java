package io.mapwright.deploy.load.disconnects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller on a bare socket, who hears the beginning of a streamed answer and then hangs up. Not thread-safe. */
final class Listener {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern ANSWER_ID = Pattern.compile("\"id\":\\s*\"([^\"]+)\"");

    private final Socket socket = new Socket();
    private final InstantSource time;

    Listener(InstantSource time) {
        this.time = time;
    }

    /**
     * Asks and waits for the first words.
     *
     * @return the id of the answer, under which the provider knows the call
     * @throws IOException when there is no stream
     */
    String hear(URI gateway, String token, String body) throws IOException {
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /v1/chat/completions HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/json
                X-Deadline-Ms: 300000
                Content-Length: %d

                """.formatted(gateway.getAuthority(), token, bytes.length).replace("\n", "\r\n");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String status = answer.readLine();
        for (String line = status; line != null; line = answer.readLine()) {
            Matcher id = ANSWER_ID.matcher(line);
            if (line.startsWith("data:") && id.find()) {
                return id.group(1);
            }
        }
        throw new IOException("no stream but " + status);
    }

    /**
     * Leaves.
     *
     * @param rudely with a reset instead of a farewell
     * @return when
     */
    Instant hangUp(boolean rudely) throws IOException {
        if (rudely) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
        return time.instant();
    }
}
