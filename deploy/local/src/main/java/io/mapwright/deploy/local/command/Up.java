package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.build.Artifact;
import io.mapwright.deploy.local.build.Build;
import io.mapwright.deploy.local.run.Cleanup;
import io.mapwright.deploy.local.secrets.Secrets;
import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.stack.StackOptions;
import io.mapwright.deploy.local.stack.StackPlan;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a stack and shows how it comes up; stays in front until Ctrl-C, or returns once everything is ready. */
public final class Up {

    private static final OptionSet OPTIONS = UpOptions.STACK
            .flag("detach", "return as soon as everything is ready; deploy/local/down stops it")
            .flag("fresh", "delete all data of earlier runs first")
            .flag("build", "build first, even if nothing is missing");

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Layout layout;
    private final Arguments arguments;
    private final StateFile stateFile;
    private final PrintStream out;

    private Up(Layout layout, Arguments arguments, PrintStream out) {
        this.layout = layout;
        this.arguments = arguments;
        this.stateFile = new StateFile(layout.data());
        this.out = out;
    }

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        return new Up(Places.of(arguments), arguments, System.out).run();
    }

    private int run() throws InterruptedException {
        StackOptions options = UpOptions.read(arguments);
        DataFolder folder = DataFolder.at(layout.data());
        Optional<StackState> earlier = stateFile.read();
        if (earlier.isPresent() && earlier.get().supervisor().find().isPresent()) {
            return alreadyRunning(earlier.get());
        }
        if (earlier.isPresent()) {
            new Cleanup(out).endLeftovers(earlier.get());
            stateFile.clear();
        }
        if (arguments.has("fresh")) {
            folder.empty();
        }
        if (!new Build(layout.repository(), Artifact.of(layout), out).ensure(arguments.has("build"))) {
            return 1;
        }
        StackPlan plan = new StackPlan(options, layout, Secrets.in(layout.secrets()), System.getenv());
        List<String> conflicts = FreePorts.conflicts(plan.processes());
        if (!conflicts.isEmpty()) {
            conflicts.forEach(out::println);
            out.println(
                    "Stop what has them, or move this stack: deploy/local/up --port-offset 2000 --data <another folder>");
            return 1;
        }
        folder.rotateLogs();
        return launch(options, plan);
    }

    private int alreadyRunning(StackState running) {
        String wanted = String.join(" ", UpOptions.words(arguments));
        if (!arguments.has("fresh") && wanted.equals(running.options()) && running.complete()) {
            out.println("Already running in " + layout.data() + "; deploy/local/status tells more.");
            return 0;
        }
        out.println("A stack already runs in " + layout.data() + " (up " + running.options()
                + "). Stop it first: deploy/local/down");
        return 1;
    }

    private int launch(StackOptions options, StackPlan plan) throws InterruptedException {
        Path log = layout.logs().resolve("stack.log");
        List<String> words = new ArrayList<>(UpOptions.words(arguments));
        words.addAll(List.of("--data", layout.data().toString()));
        if (!arguments.has("detach")) {
            words.addAll(
                    List.of("--attached", String.valueOf(ProcessHandle.current().pid())));
        }
        ProcessHandle supervisor = Background.start(layout, words, log);
        Tail tail = new Tail(log, out);
        Thread interrupted = new Thread(() -> stop(supervisor, tail), "stop");
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean up = awaitReady(supervisor, tail);
        if (!up) {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            out.println("The stack did not come up; everything that had started has been stopped.");
            return 1;
        }
        out.print(Welcome.text(options.ports(), Secrets.in(layout.secrets()).credentials(), plan.realProviders()));
        if (arguments.has("detach")) {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return 0;
        }
        out.println("Ctrl-C stops everything.");
        while (supervisor.isAlive()) {
            tail.catchUp();
            Thread.sleep(GLANCE);
        }
        tail.catchUp();
        return 0;
    }

    /** Shows progress until the stack is complete, or has ended. */
    private boolean awaitReady(ProcessHandle supervisor, Tail tail) throws InterruptedException {
        while (supervisor.isAlive()) {
            tail.catchUp();
            if (stateFile.read().filter(StackState::complete).isPresent()) {
                tail.catchUp();
                return true;
            }
            Thread.sleep(GLANCE);
        }
        tail.catchUp();
        return false;
    }

    private static void stop(ProcessHandle supervisor, Tail tail) {
        supervisor.destroy();
        try {
            while (supervisor.isAlive()) {
                tail.catchUp();
                Thread.sleep(GLANCE);
            }
            tail.catchUp();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
