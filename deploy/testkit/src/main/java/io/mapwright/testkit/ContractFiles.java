package io.mapwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;

/** The files of deploy/contracts, wherever on the class path they are. */
final class ContractFiles {

    private ContractFiles() {}

    /** @throws IllegalArgumentException when there is no such contract */
    static String read(String path) {
        try (var content = find(path).openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Files of one directory, given by one file in it, whose name starts like that; in the order of their names. */
    static List<String> beside(String known, String directory, String prefix) {
        var url = find(known);
        String start = directory + "/" + prefix;
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                return jar.getJarFile().stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(start))
                        .sorted()
                        .toList();
            }
            Path root = Path.of(url.toURI());
            for (int up = known.split("/").length; up > 0; up--) {
                root = root.getParent();
            }
            try (var files = Files.list(root.resolve(directory))) {
                return files.map(file -> directory + "/" + file.getFileName())
                        .filter(name -> name.startsWith(start))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot list " + url, e);
        }
    }

    private static URL find(String path) {
        return Optional.ofNullable(ContractFiles.class.getClassLoader().getResource(path))
                .or(() -> Optional.ofNullable(ClassLoader.getSystemResource(path)))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + path + " in deploy/contracts"));
    }
}
