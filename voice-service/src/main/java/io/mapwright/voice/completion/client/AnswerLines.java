package io.mapwright.voice.completion.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the {@code data:} lines of an event stream together from packets that begin and end anywhere, also within a
 * character. Not thread-safe.
 */
final class AnswerLines {

    private static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The data of every line that {@code packet} completes. */
    List<String> feed(byte[] packet) {
        List<String> data = new ArrayList<>();
        for (byte next : packet) {
            if (next == '\n') {
                data(line.toString(StandardCharsets.UTF_8)).ifPresent(data::add);
                line.reset();
            } else if (line.size() >= LONGEST) {
                throw new IllegalStateException("a line of an answer exceeds " + LONGEST + " bytes");
            } else {
                line.write(next);
            }
        }
        return data;
    }

    private static Optional<String> data(String line) {
        return line.startsWith("data:") ? Optional.of(line.substring(5).strip()) : Optional.empty();
    }
}
