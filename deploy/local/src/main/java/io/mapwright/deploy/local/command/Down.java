package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.run.Cleanup;
import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Stops a stack, or what a killed one left behind. */
public final class Down {

    private static final OptionSet OPTIONS = OptionSet.of("deploy/local/down")
            .about("Stops the stack in good order and keeps its data. Also ends what a killed stack left behind.")
            .value("data", "DIR", "the stack's folder, if it is not deploy/local/data");

    private Down() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Layout layout = Places.of(Arguments.parse(OPTIONS, words));
        StateFile stateFile = new StateFile(layout.data());
        Optional<StackState> state = Files.isDirectory(layout.data()) ? stateFile.read() : Optional.empty();
        if (state.isEmpty()) {
            System.out.println("Nothing runs in " + layout.data());
            return 0;
        }
        new Cleanup(System.out).end(state.get());
        stateFile.clear();
        System.out.println("Stopped.");
        return 0;
    }
}
