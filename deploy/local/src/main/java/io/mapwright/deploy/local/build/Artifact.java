package io.mapwright.deploy.local.build;

import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.stack.Suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is built and then run.
 *
 * @param name the module, for people
 * @param file what the build leaves
 * @param sources folders and files from which it is built; those that do not exist count for nothing
 */
public record Artifact(String name, Path file, List<Path> sources) {

    public Artifact {
        sources = List.copyOf(sources);
    }

    /** Everything that a stack needs. */
    public static List<Artifact> of(Layout layout) {
        Path deploy = layout.repository().resolve("deploy");
        List<Path> defaults = sourcesOf(deploy.resolve("service-defaults"));
        List<Artifact> all = new ArrayList<>();
        for (Suite service : Suite.values()) {
            List<Path> sources = new ArrayList<>(sourcesOf(layout.repository().resolve(service.serviceName())));
            sources.addAll(defaults);
            all.add(new Artifact(service.serviceName(), layout.service(service), sources));
        }
        all.add(new Artifact(
                "provider-simulator", layout.simulatorJar(), sourcesOf(deploy.resolve("provider-simulator"))));
        all.add(new Artifact("embedded-servers", layout.serversClassPath(), List.of()));
        all.add(new Artifact("local", layout.localJar(), sourcesOf(deploy.resolve("local"))));
        return List.copyOf(all);
    }

    boolean isMissing() {
        return !Files.exists(file);
    }

    /** Whether some source is newer than what was built from it. */
    boolean isOutdated() {
        return !isMissing() && newest(sources).compareTo(modified(file)) > 0;
    }

    private static List<Path> sourcesOf(Path module) {
        return List.of(module.resolve("src/main"), module.resolve("pom.xml"));
    }

    private static FileTime newest(List<Path> places) {
        return places.stream()
                .filter(Files::exists)
                .flatMap(Artifact::filesIn)
                .map(Artifact::modified)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(0));
    }

    private static Stream<Path> filesIn(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
