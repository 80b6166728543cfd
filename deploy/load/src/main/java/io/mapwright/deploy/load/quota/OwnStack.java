package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.command.Down;
import io.mapwright.deploy.local.command.Places;
import io.mapwright.deploy.local.command.Up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A stack whose gateways know the limits of one scenario, in a folder of its own. One that runs already is taken. */
final class OwnStack {

    private static final String PORT_OFFSET = "3000";

    private final Path data;
    private final String portOffset;

    private OwnStack(Path data, String portOffset) {
        this.data = data;
        this.portOffset = portOffset;
    }

    /** Adds the options that say where the stack is. */
    static OptionSet options(OptionSet options) {
        return options.value("replicas", "N", "LLM gateways (6)")
                .value("port-offset", "N", "added to every port of the stack (" + PORT_OFFSET + ")")
                .value("data", "DIR", "the stack's folder, if it is not deploy/load/data")
                .flag("keep", "let the stack run on; the next run with the same limits takes it");
    }

    static OwnStack of(Arguments arguments) {
        Path data = arguments
                .value("data")
                .map(Path::of)
                .orElseGet(() -> Places.of(arguments).repository().resolve("deploy/load/data"));
        return new OwnStack(
                data.toAbsolutePath(), arguments.value("port-offset").orElse(PORT_OFFSET));
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException when it does not come up, or another one runs there
     */
    RunningStack up(Limits limits, int replicas) throws InterruptedException {
        // The name says what is in it: a stack that was started with other limits is not taken for this one.
        Path settings = data.resolve("%d-%s-%d-%d.properties"
                .formatted(limits.perMinute(), limits.perSecond(), limits.inFlight(), limits.tokensPerMinute()));
        try {
            Files.createDirectories(data);
            Files.writeString(settings, limits.forGateway());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + settings, e);
        }
        int status = Up.run(List.of(
                "--detach",
                "--replicas",
                "llm-gateway-service=" + replicas,
                "--settings",
                "llm-gateway-service=" + settings,
                "--port-offset",
                portOffset,
                "--data",
                stack().toString()));
        if (status != 0) {
            throw new IllegalStateException("there is no stack to load");
        }
        return RunningStack.of(Arguments.parse(
                RunningStack.options(OptionSet.of("deploy/load/quota")), List.of("--data", stack().toString())));
    }

    void down() throws InterruptedException {
        Down.run(List.of("--data", stack().toString()));
    }

    private Path stack() {
        return data.resolve("stack");
    }
}
