package io.mapwright.deploy.load.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run with faults.
 *
 * @param began when the faults began
 * @param deadline every caller's
 * @param answers what the callers got
 * @param providerCalls calls that the provider saw
 * @param failedCalls how many of them failed
 * @param breakers what each gateway said of the breaker, one list per gateway
 */
record FaultsReport(
        Instant began,
        Duration deadline,
        List<Answered> answers,
        long providerCalls,
        long failedCalls,
        List<List<BreakerWatch.Change>> breakers) {

    /** The way back to the caller. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Duration TOGETHER = Duration.ofSeconds(1);
    private static final double MOST_EXTRA = 0.10;

    /** What must not have happened, in sentences; empty when all is well. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        long late = answers.stream()
                .filter(answer -> answer.took().compareTo(deadline.plus(GRACE)) > 0)
                .count();
        if (late > 0) {
            violations.add(late + " callers were answered after their deadline");
        }
        long dishonest = answers.stream().filter(answer -> !answer.isHonest()).count();
        if (dishonest > 0) {
            violations.add(dishonest + " callers got neither an answer nor an honest error: " + kinds());
        }
        if (extra() > MOST_EXTRA) {
            violations.add(percent(extra()) + " of the calls were repetitions");
        }
        if (sent() != providerCalls) {
            violations.add("the gateways tell of " + sent() + " calls, the provider of " + providerCalls);
        }
        violations.addAll(breakerViolations());
        return violations;
    }

    private List<String> breakerViolations() {
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < breakers.size(); i++) {
            if (times("open", i).size() != 1) {
                violations.add("the breaker opened " + times("open", i).size() + " times on gateway " + i);
            }
            if (breakers.get(i).isEmpty() || !breakers.get(i).getLast().state().equals("closed")) {
                violations.add("the breaker did not close again on gateway " + i);
            }
        }
        if (violations.isEmpty() && openedWithin().compareTo(TOGETHER) > 0) {
            violations.add("the breaker took " + openedWithin().toMillis() + " ms to open on all gateways");
        }
        return violations;
    }

    /** For people. */
    String text() {
        return """

                callers                %6d   %s
                answered in                     median %s, 99%% %s, worst %s; deadline %s
                calls at the provider  %6d   %d of them failed; %d were repetitions (%s)
                breaker opened                  %s (%d ms from the first gateway to the last)
                breaker closed                  %s
                """.formatted(
                        answers.size(),
                        kinds(),
                        seconds(share(0.5)),
                        seconds(share(0.99)),
                        seconds(share(1)),
                        seconds(deadline),
                        providerCalls,
                        failedCalls,
                        repetitions(),
                        percent(extra()),
                        moments("open"),
                        openedWithin().toMillis(),
                        moments("closed"));
    }

    /** Calls beyond the first of each caller, as a share of the first ones. */
    double extra() {
        long first = answers.stream().filter(answer -> answer.attempts() > 0).count();
        return first == 0 ? 0 : (double) repetitions() / first;
    }

    private long repetitions() {
        return answers.stream()
                .mapToLong(answer -> Math.max(0, answer.attempts() - 1))
                .sum();
    }

    private long sent() {
        return answers.stream().mapToLong(Answered::attempts).sum();
    }

    private Duration openedWithin() {
        List<Instant> first = new ArrayList<>();
        for (int i = 0; i < breakers.size(); i++) {
            times("open", i).stream().findFirst().ifPresent(first::add);
        }
        return first.isEmpty()
                ? Duration.ZERO
                : Duration.between(
                        first.stream().min(Instant::compareTo).orElseThrow(),
                        first.stream().max(Instant::compareTo).orElseThrow());
    }

    /** When a gateway's breaker came into a state, its state at the start not counted. */
    private List<Instant> times(String state, int gateway) {
        return breakers.get(gateway).stream()
                .skip(1)
                .filter(change -> change.state().equals(state))
                .map(BreakerWatch.Change::at)
                .toList();
    }

    private String moments(String state) {
        List<String> moments = new ArrayList<>();
        for (int i = 0; i < breakers.size(); i++) {
            moments.add(times(state, i).stream()
                    .map(at -> seconds(Duration.between(began, at)))
                    .collect(Collectors.joining(" ", "gateway " + i + ": ", "")));
        }
        return String.join(", ", moments);
    }

    private Map<String, Long> kinds() {
        return answers.stream().collect(Collectors.groupingBy(Answered::kind, TreeMap::new, Collectors.counting()));
    }

    private Duration share(double share) {
        List<Duration> sorted = answers.stream().map(Answered::took).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
