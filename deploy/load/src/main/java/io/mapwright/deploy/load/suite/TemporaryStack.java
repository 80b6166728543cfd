package io.mapwright.deploy.load.suite;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.command.Down;
import io.mapwright.deploy.local.command.Places;
import io.mapwright.deploy.local.command.Up;
import io.mapwright.deploy.local.stack.Suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A stack with several LLM gateways that is started for one run, in a folder of its own. */
public final class TemporaryStack {

    private static final String PORT_OFFSET = "4000";

    private final Path data;
    private final String portOffset;
    private final int replicas;
    private final boolean kept;

    private TemporaryStack(Path data, String portOffset, int replicas, boolean kept) {
        this.data = data;
        this.portOffset = portOffset;
        this.replicas = replicas;
        this.kept = kept;
    }

    /** Adds the options that say where the stack is and how large. */
    public static OptionSet options(OptionSet options) {
        return options.value("replicas", "N", "LLM gateways (3)")
                .value("port-offset", "N", "added to every port of the stack (" + PORT_OFFSET + ")")
                .value("data", "DIR", "the stack's folder, if it is not one below deploy/load/data")
                .flag("keep", "let the stack run on");
    }

    /** @param name of the folder below {@code deploy/load/data} */
    public static TemporaryStack of(Arguments arguments, String name) {
        Path data = arguments
                .value("data")
                .map(Path::of)
                .orElseGet(() -> Places.of(arguments)
                        .repository()
                        .resolve("deploy/load/data")
                        .resolve(name));
        return new TemporaryStack(
                data.toAbsolutePath(),
                arguments.value("port-offset").orElse(PORT_OFFSET),
                arguments.number("replicas", 1).orElse(3),
                arguments.has("keep"));
    }

    /**
     * Starts it.
     *
     * @param settings of the gateways, as the text of a properties file
     * @throws IllegalStateException when it does not come up, or another one runs there
     */
    public RunningStack up(String settings) throws InterruptedException {
        Path file = data.resolve("gateway.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(file, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        String gateway = Suite.LLM_GATEWAY.serviceName();
        int status = Up.run(List.of(
                "--detach",
                "--replicas=" + gateway + "=" + replicas,
                "--settings=" + gateway + "=" + file,
                "--port-offset=" + portOffset,
                "--data=" + stack()));
        if (status != 0) {
            throw new IllegalStateException("there is no stack to load");
        }
        return RunningStack.of(
                Arguments.parse(RunningStack.options(OptionSet.of("deploy/load")), List.of("--data=" + stack())));
    }

    /** Where its gateways listen. */
    public List<URI> gateways(RunningStack running) {
        return IntStream.range(0, replicas)
                .mapToObj(replica -> running.ports().service(Suite.LLM_GATEWAY, replica))
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
    }

    /** Stops it, unless it is to be kept. */
    public void down() throws InterruptedException {
        if (!kept) {
            Down.run(List.of("--data=" + stack()));
        }
    }

    private Path stack() {
        return data.resolve("stack");
    }
}
