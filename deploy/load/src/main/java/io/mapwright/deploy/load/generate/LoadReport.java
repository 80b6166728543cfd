package io.mapwright.deploy.load.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of a load. */
public record LoadReport(Outcomes outcomes, Latencies latencies, Provider provider, Duration took) {

    /**
     * What the people got.
     *
     * @param refused told honestly when to come back
     * @param other neither; the kinds say what
     */
    public record Outcomes(int finished, int refused, int other, Map<String, Integer> kinds) {

        public Outcomes {
            kinds = Map.copyOf(kinds);
        }
    }

    /** How long those waited who got a map. */
    public record Latencies(Duration median, Duration p95, Duration p99) {}

    /**
     * What the simulated providers saw.
     *
     * @param rejections calls that they refused for a limit
     * @param worstMinute the most calls of any account in any 60 seconds
     */
    public record Provider(long calls, long rejections, long worstMinute) {}

    /**
     * What must not have happened, in sentences; empty when all is well.
     *
     * @param limit requests a minute that the providers allow
     */
    public List<String> violations(long limit) {
        List<String> violations = new ArrayList<>();
        if (outcomes.other() > 0) {
            violations.add(outcomes.other() + " requests got neither a map nor a Retry-After: " + outcomes.kinds());
        }
        if (outcomes.finished() == 0) {
            violations.add("nobody got a map");
        }
        if (provider.rejections() > 0) {
            violations.add("the provider rejected " + provider.rejections() + " calls");
        }
        if (provider.worstMinute() > limit) {
            violations.add(
                    "the provider saw " + provider.worstMinute() + " calls in a minute, of " + limit + " allowed");
        }
        return violations;
    }

    /** For people. */
    public String text() {
        return """

                finished            %6d   in %s: median %s, 95%% %s, 99%% %s
                refused, Retry-After%6d
                other               %6d   %s
                provider            %6d calls, %d rejections, %d in the worst minute
                """.formatted(
                        outcomes.finished(),
                        seconds(took),
                        seconds(latencies.median()),
                        seconds(latencies.p95()),
                        seconds(latencies.p99()),
                        outcomes.refused(),
                        outcomes.other(),
                        outcomes.kinds().isEmpty() ? "" : outcomes.kinds(),
                        provider.calls(),
                        provider.rejections(),
                        provider.worstMinute());
    }

    private static String seconds(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
