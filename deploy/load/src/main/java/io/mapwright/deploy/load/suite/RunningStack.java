package io.mapwright.deploy.load.suite;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.arguments.UsageException;
import io.mapwright.deploy.local.command.Places;
import io.mapwright.deploy.local.secrets.Credentials;
import io.mapwright.deploy.local.secrets.Secrets;
import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.stack.Ports;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;

/**
 * A stack that somebody has started on this machine.
 *
 * @param baseUrl where its API is, without a slash at the end
 * @param ports where its servers are
 * @param credentials its demo accounts
 * @param layout where its files are
 */
public record RunningStack(String baseUrl, Ports ports, Credentials credentials, Layout layout) {

    /** Adds the options that say which stack is meant. */
    public static OptionSet options(OptionSet options) {
        return options.value("data", "DIR", "the stack's folder, if it is not deploy/local/data")
                .value("base-url", "URL", "where the API is, if not at the stack's own gateway");
    }

    /**
     * The stack that the arguments mean.
     *
     * @throws UsageException when none runs there
     */
    public static RunningStack of(Arguments arguments) {
        Layout layout = Places.of(arguments);
        StackState state = new StateFile(layout.data())
                .read()
                .filter(running -> running.supervisor().find().isPresent())
                .orElseThrow(() -> new UsageException(
                        "no stack runs in " + layout.data() + "; start one with deploy/local/up --detach"));
        Ports ports = new Ports(state.portOffset());
        String baseUrl = arguments.value("base-url").orElse("http://localhost:" + ports.gateway());
        return new RunningStack(
                baseUrl.replaceAll("/+$", ""),
                ports,
                Secrets.in(layout.secrets()).credentials(),
                layout);
    }

    /** What its supervisor last wrote down. */
    public StackState state() {
        return new StateFile(layout.data())
                .read()
                .orElseThrow(() -> new IllegalStateException("the stack in " + layout.data() + " has been stopped"));
    }
}
