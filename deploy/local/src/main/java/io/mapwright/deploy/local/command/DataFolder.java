package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.UsageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a stack keeps everything. It bears a mark, so that no other folder is ever emptied by mistake. */
final class DataFolder {

    private static final String MARK = ".mapwright-local-stack";

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * A folder for a stack, created if need be.
     *
     * @throws UsageException when there are other things in it
     */
    static DataFolder at(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(path);
            if (!Files.exists(folder.mark())) {
                try (Stream<Path> content = Files.list(path)) {
                    if (content.findAny().isPresent()) {
                        throw new UsageException(path + " holds other things than a stack's data");
                    }
                }
                Files.createFile(folder.mark());
            }
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + path, e);
        }
        return folder;
    }

    /** Deletes everything in it. Nothing may run there. */
    void empty() {
        try (Stream<Path> content = Files.walk(path)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                if (!each.equals(path) && !each.equals(mark())) {
                    Files.delete(each);
                }
            }
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + path, e);
        }
    }

    /** Sets the logs of the last run aside, in place of those of the run before it. */
    void rotateLogs() {
        Path logs = path.resolve("logs");
        Path previous = logs.resolve("previous");
        try {
            Files.createDirectories(previous);
            try (Stream<Path> content = Files.list(logs)) {
                for (Path log : content.filter(Files::isRegularFile).toList()) {
                    Files.move(log, previous.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move the logs in " + logs, e);
        }
    }

    private Path mark() {
        return path.resolve(MARK);
    }
}
