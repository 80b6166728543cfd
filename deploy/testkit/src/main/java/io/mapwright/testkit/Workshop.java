package io.mapwright.testkit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Where the testkit keeps its files and how it starts the embedded servers, which it finds on the class path as a resource. */
final class Workshop {

    private static final String CLASS_PATH = "META-INF/embedded-servers.classpath";
    private static final String LOCK = "io.mapwright.testkit";

    private final Path classes;
    private final List<String> libraries;

    private Workshop(Path classes, List<String> libraries) {
        this.classes = classes;
        this.libraries = libraries;
    }

    static Workshop open() {
        var url = ClassLoader.getSystemResource(CLASS_PATH);
        if (url == null) {
            url = Workshop.class.getClassLoader().getResource(CLASS_PATH);
        }
        if (url == null) {
            throw new IllegalStateException("embedded-servers is not on the class path, or was built without its "
                    + CLASS_PATH + ": build deploy/embedded-servers first");
        }
        try (var content = url.openStream()) {
            String text = url.toString().replaceFirst("^jar:", "").replaceFirst("!?/" + CLASS_PATH + "$", "");
            return new Workshop(
                    Path.of(java.net.URI.create(text)),
                    List.of(new String(content.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split(java.io.File.pathSeparator)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }

    /** A directory of this user below the machine's temporary one, the same for every build; nobody else may enter it. */
    static Path home() {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "mapwright-" + System.getProperty("user.name"));
        try {
            if (!Files.isDirectory(home)) {
                Files.createDirectories(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + home, e);
        }
    }

    /** The directory of the servers that all modules of a build share; other code in embedded-servers means another one. */
    Path shared() {
        try (var files = Files.walk(classes)) {
            long newest =
                    files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
            String key = HexFormat.of().toHexDigits((classes + "@" + newest).hashCode());
            return Files.createDirectories(home().resolve("servers-" + key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + classes, e);
        }
    }

    /** The same, with a copy of the program in that directory: who builds it anew must not take it from under its servers. */
    Workshop copiedTo(Path directory) {
        Path copy = directory.resolve("program");
        try {
            deleteTree(copy);
            try (var files = Files.walk(classes)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(classes.relativize(file).toString()));
                }
            }
            return new Workshop(copy, libraries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + classes + " to " + directory, e);
        }
    }

    /** Deletes a directory with everything in it, if it is there. */
    static void deleteTree(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A process of the embedded servers, with small memory; the caller starts it. */
    ProcessBuilder servers(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + java.io.File.pathSeparator + String.join(java.io.File.pathSeparator, libraries),
                "io.mapwright.deploy.servers.Main"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /** Runs this while no other thread and no other JVM of this user runs something under the same lock. */
    static <T> T alone(Path lock, Supplier<T> action) {
        // An interned string is the one object that all class loaders of a JVM share; the file lock is for other JVMs
        // only.
        synchronized (LOCK.intern()) {
            try (var file = new RandomAccessFile(lock.toFile(), "rw");
                    var held = file.getChannel().lock()) {
                assert held.isValid();
                return action.get();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot lock " + lock, e);
            }
        }
    }
}
