package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.run.Supervisor;
import io.mapwright.deploy.local.run.Undertaking;
import io.mapwright.deploy.local.secrets.Secrets;
import io.mapwright.deploy.local.stack.Inherited;
import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.stack.StackOptions;
import io.mapwright.deploy.local.stack.StackPlan;
import io.mapwright.deploy.local.state.StackLock;
import io.mapwright.deploy.local.state.StateFile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The process in the background that keeps a stack running. Started by {@link Up}; prints progress, never a secret. */
public final class Supervise {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(50);

    private Supervise() {}

    public static int run(List<String> words) throws InterruptedException {
        Arguments arguments =
                Arguments.parse(UpOptions.STACK.value("attached", "PID", "stop when this process ends"), words);
        StackOptions options = UpOptions.read(arguments);
        Layout layout = Places.of(arguments);
        Optional<StackLock> lock = StackLock.tryTake(layout.data());
        if (lock.isEmpty()) {
            System.out.println("another stack already runs in " + layout.data());
            return 1;
        }
        StackPlan plan = new StackPlan(options, layout, Secrets.in(layout.secrets()), System.getenv());
        Supervisor supervisor = new Supervisor(
                plan.processes(),
                Inherited.from(System.getenv()),
                layout.held(),
                new StateFile(layout.data()),
                new Supervisor.Title(
                        String.join(" ", UpOptions.words(arguments)),
                        options.ports().offset(),
                        UpOptions.patience(arguments)));
        Thread stop = new Thread(() -> stop(supervisor), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        arguments
                .value("attached")
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(front -> front.onExit().thenRun(() -> stop(supervisor)));
        List<String> cleanUp = List.of(
                layout.java(),
                "-jar",
                layout.localJar().toString(),
                "down",
                "--data",
                layout.data().toString());
        Undertaking undertaking = Undertaking.by(cleanUp, layout.logs().resolve("undertaker.log"));
        try {
            return supervisor.run();
        } finally {
            undertaking.close();
            lock.get().close();
        }
    }

    private static void stop(Supervisor supervisor) {
        try {
            supervisor.stop(STOP_LIMIT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
