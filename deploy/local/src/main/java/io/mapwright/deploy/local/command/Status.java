package io.mapwright.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.stack.Layout;
import io.mapwright.deploy.local.state.ProcessMark;
import io.mapwright.deploy.local.state.ProcessState;
import io.mapwright.deploy.local.state.StackState;
import io.mapwright.deploy.local.state.StateFile;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what runs: as a table, or as JSON for programs. */
public final class Status {

    private static final OptionSet OPTIONS = OptionSet.of("deploy/local/status")
            .about("""
                    Shows every process of the stack. Exit code 0: everything is ready; 1: something is not;
                    3: no stack runs here.""")
            .flag("json", "print JSON instead of a table")
            .value("data", "DIR", "the stack's folder, if it is not deploy/local/data");

    private static final int NOTHING_RUNS = 3;
    private static final String ROW = "%-24s %8s %6s  %-9s %9s %9s%n";

    private Status() {}

    public static int run(List<String> words) {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        Layout layout = Places.of(arguments);
        Optional<StackState> state =
                Files.isDirectory(layout.data()) ? new StateFile(layout.data()).read() : Optional.empty();
        if (state.isEmpty()) {
            System.out.println(arguments.has("json") ? "{\"running\":false}" : "Nothing runs in " + layout.data());
            return NOTHING_RUNS;
        }
        boolean supervised = state.get().supervisor().find().isPresent();
        if (arguments.has("json")) {
            System.out.println(json(state.get(), supervised).toPrettyString());
        } else {
            print(state.get(), supervised, InstantSource.system().instant());
        }
        return supervised && state.get().processes().stream().allMatch(Status::isReady) ? 0 : 1;
    }

    private static boolean isReady(ProcessState process) {
        return process.phase() == ProcessState.Phase.READY
                && process.mark().flatMap(ProcessMark::find).isPresent();
    }

    private static void print(StackState state, boolean supervised, Instant now) {
        if (!supervised) {
            System.out.println("The supervisor has gone; what is left is not restarted. deploy/local/down cleans up.");
        }
        System.out.printf(ROW, "process", "pid", "port", "state", "since", "restarts");
        for (ProcessState process : state.processes()) {
            System.out.printf(
                    ROW,
                    process.name(),
                    process.mark().map(mark -> String.valueOf(mark.pid())).orElse("-"),
                    process.port(),
                    stateOf(process),
                    age(Duration.between(process.since(), now)),
                    process.restarts());
        }
    }

    private static ObjectNode json(StackState state, boolean supervised) {
        ObjectNode document = new ObjectMapper().createObjectNode();
        document.put("running", true)
                .put("supervised", supervised)
                .put("complete", state.complete())
                .put("options", state.options())
                .put("supervisor_pid", state.supervisor().pid());
        ArrayNode processes = document.putArray("processes");
        for (ProcessState process : state.processes()) {
            ObjectNode each = processes.addObject();
            each.put("name", process.name());
            process.mark().ifPresent(mark -> each.put("pid", mark.pid()));
            each.put("port", process.port())
                    .put("state", stateOf(process))
                    .put("since", process.since().toString())
                    .put("restarts", process.restarts())
                    .put("log", process.log());
        }
        return document;
    }

    /** What the supervisor wrote, unless the process is gone and it has not noticed yet or can't any more. */
    private static String stateOf(ProcessState process) {
        boolean gone = process.mark().isPresent() && process.mark().get().find().isEmpty();
        return gone ? "dead" : process.phase().name().toLowerCase(Locale.ROOT);
    }

    private static String age(Duration age) {
        if (age.toHours() > 0) {
            return age.toHours() + "h" + age.toMinutesPart() + "m";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m" + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }
}
