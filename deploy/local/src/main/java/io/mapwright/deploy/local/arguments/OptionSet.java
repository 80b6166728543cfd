package io.mapwright.deploy.local.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of one command, in the order in which its help lists them. Immutable. */
public final class OptionSet {

    /** How often an option may be given and whether it takes a value. */
    enum Kind {
        FLAG,
        VALUE,
        REPEATED
    }

    /**
     * One option.
     *
     * @param name without its dashes
     * @param value how the help calls its value; empty for a flag
     */
    record Option(String name, Kind kind, String value, String meaning) {

        private String usage() {
            return kind == Kind.FLAG ? "--" + name : "--" + name + " " + value;
        }
    }

    private final String command;
    private final String about;
    private final List<Option> options;

    private OptionSet(String command, String about, List<Option> options) {
        this.command = command;
        this.about = about;
        this.options = List.copyOf(options);
    }

    /** A command without options yet. */
    public static OptionSet of(String command) {
        return new OptionSet(command, "", List.of());
    }

    /** What the command does, in a sentence or two. */
    public OptionSet about(String sentences) {
        return new OptionSet(command, sentences, options);
    }

    /** Adds an option that is either there or not. */
    public OptionSet flag(String name, String meaning) {
        return with(new Option(name, Kind.FLAG, "", meaning));
    }

    /** Adds an option with a value. */
    public OptionSet value(String name, String value, String meaning) {
        return with(new Option(name, Kind.VALUE, value, meaning));
    }

    /** Adds an option with a value that may be given several times. */
    public OptionSet repeated(String name, String value, String meaning) {
        return with(new Option(name, Kind.REPEATED, value, meaning + "; repeatable"));
    }

    Optional<Option> find(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    String command() {
        return command;
    }

    /** The text of {@code --help}. */
    public String help() {
        int width = options.stream()
                .mapToInt(option -> option.usage().length())
                .max()
                .orElse(0);
        width = Math.max(width, "--help".length());
        StringBuilder text = new StringBuilder("Usage: " + command + " [options]\n\n" + about + "\n\n");
        for (Option option : options) {
            text.append(line(option.usage(), option.meaning(), width));
        }
        return text.append(line("--help", "print this and exit", width)).toString();
    }

    private static String line(String usage, String meaning, int width) {
        return "  " + usage + " ".repeat(width - usage.length() + 3) + meaning + "\n";
    }

    private OptionSet with(Option option) {
        List<Option> more = new ArrayList<>(options);
        more.add(option);
        return new OptionSet(command, about, more);
    }
}
