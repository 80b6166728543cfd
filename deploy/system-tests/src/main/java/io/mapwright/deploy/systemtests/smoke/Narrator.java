package io.mapwright.deploy.systemtests.smoke;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Runs steps and prints a line for each; stops at the first that fails. */
final class Narrator {

    private final PrintStream out;
    private final InstantSource time;
    private int number;

    Narrator(PrintStream out, InstantSource time) {
        this.out = out;
        this.time = time;
    }

    /** A step failed and the story ends here; what it was has been printed. */
    static final class StoryEndedException extends RuntimeException {

        private StoryEndedException(String step, Exception why) {
            super(step + ": " + why.getMessage(), why);
        }
    }

    /** Runs a step that has something to tell about itself; empty for nothing. */
    void tell(String what, Step<String> step) {
        Instant began = time.instant();
        String detail = attempt(what, step, began);
        print("ok", began, detail.isEmpty() ? what : what + " (" + detail + ")");
    }

    /** Runs a step whose result later steps need. */
    <T> T find(String what, Step<T> step) {
        Instant began = time.instant();
        T found = attempt(what, step, began);
        print("ok", began, what);
        return found;
    }

    private <T> T attempt(String what, Step<T> step, Instant began) {
        number++;
        try {
            return step.run();
        } catch (Exception failed) {
            // Anything that goes wrong in a step is a finding, whatever its type.
            print("FAILED", began, what + ": " + failed.getMessage());
            throw new StoryEndedException(what, failed);
        }
    }

    private void print(String verdict, Instant began, String what) {
        Duration took = Duration.between(began, time.instant());
        out.printf(Locale.ROOT, "%2d %-6s %6.2f s  %s%n", number, verdict, took.toMillis() / 1000.0, what);
    }
}
