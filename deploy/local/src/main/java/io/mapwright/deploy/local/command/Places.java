package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.stack.Layout;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the checkout from where this program lies in it. */
public final class Places {

    private Places() {}

    /**
     * The files of a stack.
     *
     * @param arguments may name a {@code data} folder
     */
    public static Layout of(Arguments arguments) {
        Path repository = repository();
        Path data = arguments.value("data").map(Path::of).orElse(repository.resolve("deploy/local/data"));
        return new Layout(repository, data, Path.of(System.getProperty("java.home")));
    }

    /** The nearest folder above this jar, or above the working directory, that has the Maven wrapper. */
    private static Path repository() {
        Path here = Path.of(
                Places.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        for (Path start : new Path[] {here, Path.of("").toAbsolutePath()}) {
            for (Path folder = start; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("deploy/local"))) {
                    return folder;
                }
            }
        }
        throw new IllegalStateException("this program runs from within its repository only, not from " + here);
    }
}
