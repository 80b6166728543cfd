package io.mapwright.deploy.systemtests.smoke;

import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.arguments.UsageException;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** The command line of {@link Smoke}. */
public final class SmokeCommand {

    private static final OptionSet OPTIONS =
            RunningStack.options(OptionSet.of("deploy/local/smoke").about("""
                    Drives the whole story of a running stack through its public API: register, log in, draw each of the
                    ten maps in both languages, talk, send feedback, read the statistics. Prints a line per step and
                    ends with exit code 1 at the first that fails. Run it while nobody else uses the stack: it compares
                    token counts to the last one."""));

    private SmokeCommand() {}

    public static void main(String[] words) {
        // Kafka's client looks for a log to write to; what matters is printed here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        try {
            RunningStack stack = RunningStack.of(Arguments.parse(OPTIONS, words));
            boolean passed = new Smoke(stack, InstantSource.system(), new Random(), System.out).run();
            System.out.println(passed ? "PASSED" : "FAILED");
            return passed ? 0 : 1;
        } catch (UsageException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        }
    }
}
