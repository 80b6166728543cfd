package io.mapwright.deploy.simulator.answer;

import io.mapwright.deploy.simulator.answer.Subject.Group;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The format of the knowledge files: a line {@code = title} starts an entry, each line below it is {@code key: value; value}
 * or {@code key name: value; value}; {@code #} starts a comment.
 */
final class FactSheet {

    private FactSheet() {}

    /** One entry. */
    record Entry(String title, List<Line> lines) {

        List<String> values(String key) {
            return lines.stream()
                    .filter(line -> line.key().equals(key))
                    .findFirst()
                    .map(Line::values)
                    .orElse(List.of());
        }

        List<Group> groups(String key) {
            return lines.stream()
                    .filter(line -> line.key().equals(key))
                    .map(line -> new Group(line.name(), line.values()))
                    .toList();
        }
    }

    /** One line; {@code name} is what stands between the key and the colon. */
    record Line(String key, String name, List<String> values) {}

    static List<Entry> read(String name, Language language) {
        String path = "/simulator/knowledge/" + name + "." + language.suffix() + ".txt";
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(FactSheet.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("=")) {
                    entries.add(new Entry(line.substring(1).strip(), new ArrayList<>()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    entries.getLast().lines().add(line(line, path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is unreadable", e);
        }
        return entries;
    }

    static List<String> names(String title) {
        return split(title, "\\|");
    }

    static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Line line(String line, String path) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalStateException(path + " has a line without ': ': " + line);
        }
        String left = line.substring(0, colon).strip();
        int space = left.indexOf(' ');
        String key = space < 0 ? left : left.substring(0, space);
        String name = space < 0 ? "" : left.substring(space + 1).strip();
        return new Line(key, name, split(line.substring(colon + 2), "[;；]"));
    }
}
