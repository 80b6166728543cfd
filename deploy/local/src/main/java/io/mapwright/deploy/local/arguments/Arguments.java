package io.mapwright.deploy.local.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What was given on a command line, checked against its {@link OptionSet}. */
public final class Arguments {

    private final Map<String, List<String>> given;

    private Arguments(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and {@code --flag}.
     *
     * @throws UsageException for an unknown option, a missing or superfluous value, or a stray word
     */
    public static Arguments parse(OptionSet options, List<String> words) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                throw wrong(options, "unexpected: " + word);
            }
            String[] parts = word.substring(2).split("=", 2);
            OptionSet.Option option =
                    options.find(parts[0]).orElseThrow(() -> wrong(options, "no such option: " + word));
            List<String> values = given.computeIfAbsent(option.name(), name -> new ArrayList<>());
            if (!values.isEmpty() && option.kind() != OptionSet.Kind.REPEATED) {
                throw wrong(options, "--" + option.name() + " is given twice");
            }
            if (option.kind() == OptionSet.Kind.FLAG) {
                if (parts.length == 2) {
                    throw wrong(options, "--" + option.name() + " takes no value");
                }
                values.add("");
            } else if (parts.length == 2) {
                values.add(parts[1]);
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                values.add(words.get(++i));
            } else {
                throw wrong(options, "--" + option.name() + " needs a value: " + option.value());
            }
        }
        return new Arguments(given);
    }

    /** Whether the flag was given. */
    public boolean has(String name) {
        return given.containsKey(name);
    }

    /** The option's value, empty if it was not given. */
    public Optional<String> value(String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All values of a repeatable option, in order. */
    public List<String> values(String name) {
        return List.copyOf(given.getOrDefault(name, List.of()));
    }

    /** A whole number of at least {@code least}; empty if the option was not given. */
    public OptionalInt number(String name, int least) {
        Optional<String> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong number = wholeNumber(value.get());
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > Integer.MAX_VALUE) {
            throw new UsageException("--" + name + " is a whole number from " + least + ", not " + value.get());
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    /** A port, 0..65535; empty if the option was not given. */
    public OptionalInt port(String name) {
        OptionalInt port = number(name, 0);
        if (port.isPresent() && port.getAsInt() > 65535) {
            throw new UsageException("--" + name + " is a port, 0..65535, not " + port.getAsInt());
        }
        return port;
    }

    private static OptionalLong wholeNumber(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private static UsageException wrong(OptionSet options, String what) {
        return new UsageException(what + "\nTry: " + options.command() + " --help");
    }
}
