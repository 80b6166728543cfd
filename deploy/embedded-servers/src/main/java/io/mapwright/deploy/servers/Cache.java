package io.mapwright.deploy.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where unpacked binaries are kept between runs, outside every build folder. Several processes may fill it at once: each
 * entry is unpacked beside its place and moved there in one step, and the first one there wins.
 */
record Cache(Path root) {

    /** Writes the content of an entry into the empty directory it is given. */
    interface Filling {
        void into(Path directory) throws IOException;
    }

    /** The directory of MAPWRIGHT_CACHE, or {@code .cache/mapwright} in the user's home. */
    static Cache ofThisUser() {
        return new Cache(Optional.ofNullable(System.getenv("MAPWRIGHT_CACHE"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "mapwright"))
                .toAbsolutePath());
    }

    /** A place that every account of the machine can read, for servers that run as somebody else. */
    static Cache ofEverybody() {
        return Optional.ofNullable(System.getenv("MAPWRIGHT_CACHE")).isPresent()
                ? ofThisUser()
                : new Cache(Path.of("/var/tmp/mapwright"));
    }

    /** The directory of this entry, filled on first use. */
    Path entry(String name, Filling filling) {
        Path place = root.resolve(name);
        if (Files.isDirectory(place)) {
            return place;
        }
        try {
            Files.createDirectories(root);
            Path draft = Files.createTempDirectory(root, name + ".");
            try {
                filling.into(draft);
                moveInto(place, draft);
            } finally {
                deleteTree(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + name + " below " + root + ": " + e.getMessage(), e);
        }
        return place;
    }

    private static void moveInto(Path place, Path draft) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
        }
    }

    /** The resource of that name on the class path; the caller closes it. */
    static InputStream resource(String name) {
        return Optional.ofNullable(Cache.class.getResourceAsStream("/" + name))
                .orElseThrow(() -> new IllegalStateException("there is no " + name + " on the class path: the servers"
                        + " exist for Linux and macOS on amd64 and arm64, this is "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")));
    }

    /** Deletes a directory and everything in it; one that does not exist is no error. */
    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
