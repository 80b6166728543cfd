package io.mapwright.deploy.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Repeats whole lines of a growing file. */
final class Tail {

    private final Path file;
    private final PrintStream out;
    private long position;

    Tail(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    /** Prints the lines that were completed since the last time. */
    void catchUp() {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(position);
            byte[] more = new byte[(int) (log.length() - position)];
            log.readFully(more);
            int end = more.length;
            while (end > 0 && more[end - 1] != '\n') {
                end--;
            }
            out.print(new String(more, 0, end, StandardCharsets.UTF_8));
            out.flush();
            position += end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
