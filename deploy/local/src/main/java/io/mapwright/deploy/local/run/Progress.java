package io.mapwright.deploy.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Tells whoever waits what happens: one line per event, with the time since the start. Threadsafe. */
final class Progress {

    private final PrintStream out;
    private final InstantSource time;
    private final Instant began;

    Progress(PrintStream out, InstantSource time) {
        this.out = out;
        this.time = time;
        this.began = time.instant();
    }

    void say(String what) {
        out.println("%6s  %s".formatted(seconds(Duration.between(began, time.instant())), what));
        out.flush();
    }

    void say(String process, String what) {
        say("%-22s %s".formatted(process, what));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
    }
}
