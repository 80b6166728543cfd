package io.mapwright.deploy.load.disconnects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The TCP connections of this machine, as Linux lists them. */
final class Connections {

    private static final String ESTABLISHED = "01";
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    private Connections() {}

    /** How many are open at servers that listen on these ports; empty on systems that do not tell. */
    static OptionalLong openAt(Set<Integer> ports) {
        return TABLES.stream().allMatch(Files::isReadable)
                ? OptionalLong.of(
                        TABLES.stream().mapToLong(table -> count(table, ports)).sum())
                : OptionalLong.empty();
    }

    private static long count(Path table, Set<Integer> ports) {
        try (Stream<String> lines = Files.lines(table)) {
            return count(lines.toList(), ports);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
    }

    /** @param table its lines, a head first; each names a local address as {@code hex:hex} and a state */
    static long count(List<String> table, Set<Integer> ports) {
        return table.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(cells -> cells.length > 3 && cells[3].equals(ESTABLISHED))
                .filter(cells -> ports.contains(Integer.parseInt(cells[1].substring(cells[1].indexOf(':') + 1), 16)))
                .count();
    }
}
