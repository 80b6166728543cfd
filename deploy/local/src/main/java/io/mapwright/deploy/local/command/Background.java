package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.stack.Layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the supervisor in a process group of its own: Ctrl-C in the terminal must reach the command in front only, which
 * then stops everything in order, and closing the terminal must not reach a detached stack at all.
 */
final class Background {

    private static final String SCRIPT = """
            set -m
            log=$1
            shift
            "$@" >>"$log" 2>&1 </dev/null &
            echo $!
            """;

    private Background() {}

    static ProcessHandle start(Layout layout, List<String> words, Path log) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "up", log.toString()));
        command.addAll(List.of(
                layout.javaHome().resolve("bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-jar",
                layout.localJar().toString(),
                "supervise"));
        command.addAll(words);
        try {
            Process bash = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(bash.getInputStream(), StandardCharsets.UTF_8))) {
                String pid = out.readLine();
                return ProcessHandle.of(Long.parseLong(pid))
                        .orElseThrow(() -> new IllegalStateException("the supervisor ended at once; see " + log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start bash", e);
        }
    }
}
