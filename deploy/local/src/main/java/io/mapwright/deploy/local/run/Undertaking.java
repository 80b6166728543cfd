package io.mapwright.deploy.local.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shell that does nothing until its input closes. If the supervisor ends without a word, killed for instance, it takes down
 * what the supervisor left behind.
 */
public final class Undertaking implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' TERM INT HUP
            read -r word
            [ "$word" = done ] && exit 0
            trap - TERM INT HUP
            exec "$@"
            """;

    private final Process shell;

    private Undertaking(Process shell) {
        this.shell = shell;
    }

    /**
     * Hires one.
     *
     * @param cleanUp command that ends every process of the stack
     * @param log where it writes if it has to act
     */
    public static Undertaking by(List<String> cleanUp, Path log) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "undertaker"));
        command.addAll(cleanUp);
        try {
            return new Undertaking(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a shell", e);
        }
    }

    /** Nothing is left to be done. */
    @Override
    public void close() {
        try (OutputStream word = shell.getOutputStream()) {
            word.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // Then it does not need the word either.
        }
    }
}
