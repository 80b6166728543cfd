package io.mapwright.deploy.load.disconnects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was left of callers who left.
 *
 * @param listeners who heard the beginning of a stream
 * @param neverHeard who did not
 * @param closedAfter for each call the provider saw end: how long after its caller had left
 * @param stillOpen calls that the provider still served in the end
 * @param permitsGoneAfter when no permit was held any more; empty when some still were
 * @param connectionsLeft connections to the provider and of the callers; empty where the system does not tell
 */
record DisconnectsReport(
        int listeners,
        int neverHeard,
        List<Duration> closedAfter,
        int stillOpen,
        Optional<Duration> permitsGoneAfter,
        OptionalLong connectionsLeft) {

    private static final Duration ALLOWED = Duration.ofSeconds(1);

    DisconnectsReport {
        closedAfter = closedAfter.stream().sorted().toList();
    }

    /** What must not have happened, in sentences; empty when all is well. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        if (neverHeard > 0) {
            violations.add(neverHeard + " callers never heard the beginning of their stream");
        }
        if (listeners == 0) {
            violations.add("nobody listened");
        }
        if (stillOpen > 0) {
            violations.add(stillOpen + " calls went on at the provider");
        }
        long late = closedAfter.stream()
                .filter(after -> after.compareTo(ALLOWED) > 0)
                .count();
        if (late > 0) {
            violations.add(late + " calls were closed later than a second after their caller had left");
        }
        if (permitsGoneAfter.isEmpty()) {
            violations.add("permits are still held");
        }
        if (connectionsLeft.orElse(0) > 0) {
            violations.add(connectionsLeft.getAsLong() + " connections are left");
        }
        return violations;
    }

    /** For people. */
    String text() {
        return """

                callers who left in mid-stream %6d
                closed at the provider         %6d   after their caller had left: median %s, 99%% %s, worst %s
                still open there               %6d
                permits                        %s
                connections left               %s
                """.formatted(
                        listeners,
                        closedAfter.size(),
                        millis(share(0.5)),
                        millis(share(0.99)),
                        millis(share(1)),
                        stillOpen,
                        permitsGoneAfter
                                .map(after -> "all back " + millis(after) + " after the last caller had left")
                                .orElse("still held"),
                        connectionsLeft.isPresent() ? connectionsLeft.getAsLong() : "not told by this system");
    }

    private Duration share(double share) {
        return closedAfter.isEmpty()
                ? Duration.ZERO
                : closedAfter.get((int) Math.max(0, Math.ceil(share * closedAfter.size()) - 1));
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%d ms", duration.toMillis());
    }
}
