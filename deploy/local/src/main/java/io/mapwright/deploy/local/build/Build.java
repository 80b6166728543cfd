package io.mapwright.deploy.local.build;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Sees to it that everything a stack runs has been built. */
public final class Build {

    private static final List<String> COMMAND = List.of("./mvnw", "-q", "package", "-DskipTests");

    private final Path repository;
    private final List<Artifact> artifacts;
    private final PrintStream out;

    public Build(Path repository, List<Artifact> artifacts, PrintStream out) {
        this.repository = repository;
        this.artifacts = List.copyOf(artifacts);
        this.out = out;
    }

    /**
     * Builds when something is missing, or when {@code always}; otherwise says what is older than its sources.
     *
     * @return whether everything is there now
     */
    public boolean ensure(boolean always) throws InterruptedException {
        List<Artifact> missing = artifacts.stream().filter(Artifact::isMissing).toList();
        if (missing.isEmpty() && !always) {
            List<Artifact> outdated =
                    artifacts.stream().filter(Artifact::isOutdated).toList();
            if (!outdated.isEmpty()) {
                out.println("Sources are newer than what runs: " + names(outdated)
                        + ". To build first: deploy/local/up --build");
            }
            return true;
        }
        out.println((missing.isEmpty() ? "Building" : "Not built yet: " + names(missing) + ". Building") + " with "
                + String.join(" ", COMMAND) + " (a few minutes)");
        try {
            int status = new ProcessBuilder(COMMAND)
                    .directory(repository.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            List<Artifact> still =
                    artifacts.stream().filter(Artifact::isMissing).toList();
            if (status != 0 || !still.isEmpty()) {
                out.println("The build failed" + (still.isEmpty() ? "." : "; still missing: " + names(still)));
                return false;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + COMMAND.getFirst() + " in " + repository, e);
        }
    }

    private static String names(List<Artifact> artifacts) {
        return artifacts.stream().map(Artifact::name).collect(Collectors.joining(", "));
    }
}
