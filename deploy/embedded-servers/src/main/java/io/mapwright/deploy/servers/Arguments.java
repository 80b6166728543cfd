package io.mapwright.deploy.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parsed command line: words first, then {@code --name value} pairs and {@code --flag}s.
 *
 * @param words the sub-command and what it is applied to
 * @param options values by name, without the dashes
 * @param flags options that take no value
 */
record Arguments(List<String> words, Map<String, String> options, Set<String> flags) {

    private static final Set<String> FLAGS = Set.of("help", "until-stdin-closes", "volatile");
    private static final Set<String> OPTIONS = Set.of(
            "data",
            "port",
            "max-connections",
            "databases",
            "redis-databases",
            "topics",
            "inbox-port",
            "lease-seconds",
            "ports-file",
            "run-id");

    Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /** @throws IllegalArgumentException naming the word that is not understood */
    static Arguments parse(List<String> line) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var flags = new java.util.HashSet<String>();
        for (var rest = line.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            String name = word.substring(2);
            if (FLAGS.contains(name)) {
                flags.add(name);
            } else if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option " + word);
            } else if (!rest.hasNext()) {
                throw new IllegalArgumentException(word + " needs a value");
            } else {
                options.put(name, rest.next());
            }
        }
        return new Arguments(words, options, flags);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    String text(String name) {
        return option(name).orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    int port(String name) {
        int port = number(name, text(name));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--" + name + " must be a port from 1 to 65535, not " + port);
        }
        return port;
    }

    int positive(String name, int otherwise) {
        int value = option(name).map(text -> number(name, text)).orElse(otherwise);
        if (value < 1) {
            throw new IllegalArgumentException("--" + name + " must be at least 1, not " + value);
        }
        return value;
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(positive(name, otherwise));
    }

    List<String> list(String name) {
        return option(name).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, not " + text, e);
        }
    }
}
