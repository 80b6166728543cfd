package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.arguments.UsageException;
import io.mapwright.deploy.local.stack.Ports;
import io.mapwright.deploy.local.stack.StackOptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The options that say what a stack looks like, shared by the command that people type and the one it starts. */
final class UpOptions {

    static final OptionSet STACK = OptionSet.of("deploy/local/up")
            .about("""
                    Starts the whole suite on this machine: PostgreSQL, Redis, Kafka, mail, the provider simulator,
                    five services and the API gateway. Real providers are called instead of the simulator for every key
                    in the environment: DASHSCOPE_API_KEY, DEEPSEEK_API_KEY, MOONSHOT_API_KEY, HUNYUAN_API_KEY,
                    ARK_API_KEY, or OPENAI_BASE_URL with OPENAI_API_KEY.""")
            .repeated("replicas", "SERVICE=N", "run N processes of a service, balanced by the gateway")
            .repeated("settings", "SERVICE=FILE", "let a service read this properties file too")
            .value("port-offset", "N", "add N to every port, for a second stack beside the first")
            .value("data", "DIR", "keep data, secrets and logs here instead of deploy/local/data")
            .value("patience", "SECONDS", "how long everything may take to become ready (180)")
            .repeated("cors-origin", "ORIGIN", "let pages of this origin call the API");

    private UpOptions() {}

    static StackOptions read(Arguments arguments) {
        try {
            return new StackOptions(
                    new Ports(arguments.number("port-offset", 0).orElse(0)),
                    StackOptions.parseReplicas(arguments.values("replicas")),
                    StackOptions.parseSettings(arguments.values("settings")),
                    arguments.values("cors-origin"));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage());
        }
    }

    /** A quiet machine with two cores needs a fifth of it. */
    static Duration patience(Arguments arguments) {
        return Duration.ofSeconds(arguments.number("patience", 1).orElse(180));
    }

    /** The same options as words, for another command line and for people. */
    static List<String> words(Arguments arguments) {
        List<String> words = new ArrayList<>();
        arguments.values("replicas").forEach(value -> words.addAll(List.of("--replicas", value)));
        arguments.values("settings").forEach(value -> words.addAll(List.of("--settings", value)));
        arguments.value("port-offset").ifPresent(value -> words.addAll(List.of("--port-offset", value)));
        arguments.values("cors-origin").forEach(value -> words.addAll(List.of("--cors-origin", value)));
        arguments.value("patience").ifPresent(value -> words.addAll(List.of("--patience", value)));
        return words;
    }
}
