package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Outcome.Fate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run in figures, for people. */
final class Report {

    private static final long MINUTE = 60_000_000;

    private final Scenario scenario;
    private final Evidence evidence;
    private final Yardstick yardstick;
    private final Judgement judgement;

    Report(Scenario scenario, Evidence evidence, Yardstick yardstick, Judgement judgement) {
        this.scenario = scenario;
        this.evidence = evidence;
        this.yardstick = yardstick;
        this.judgement = judgement;
    }

    String text() {
        StringBuilder text = new StringBuilder("\n");
        line(text, "provider rejections", "%d %s", evidence.rejections().size(), evidence.rejectionsByLimit());
        line(
                text,
                "worst rolling minute",
                "%d of %d",
                Figures.worst(evidence.letIn(), MINUTE),
                scenario.limits().perMinute());
        line(text, "worst second", "%d", Figures.worst(evidence.letIn(), MINUTE / 60));
        line(
                text,
                "most in flight",
                "%d of %d",
                evidence.mostInFlight(),
                scenario.limits().inFlight());
        line(text, "limit used", "%.1f %%", judgement.used());
        text.append("\nclass        offered granted refused cut off broken   lost   of limit (floor)\n");
        evidence.fates().forEach((urgency, fates) -> text.append(fatesOf(urgency, fates)));
        text.append("\nwait in ms              p50     p90     p99   served   beside a central scheduler\n");
        for (Urgency urgency : Urgency.values()) {
            text.append(waitsOf(urgency));
        }
        text.append('\n');
        line(text, "foretold within 25 %", "%s", judgement.forecasts());
        for (Urgency urgency : Urgency.values()) {
            line(
                    text,
                    "  " + urgency.wireName(),
                    "%s",
                    Forecasts.of(
                            evidence.of(urgency),
                            Duration.ofMillis(60_000L / scenario.limits().perMinute())));
        }
        Duration latest = evidence.outcomes().stream()
                .map(Outcome::late)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        line(text, "latest after deadline", "%d ms", Math.max(0, latest.toMillis()));
        line(text, "slowest refusal", "%s", refusals());
        evidence.diary()
                .entries()
                .forEach(entry -> line(
                        text,
                        String.format(Locale.ROOT, "at %.1f s", entry.micros() / 1e6),
                        "%s %s",
                        entry.deed().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.what()));
        return text.toString();
    }

    private String fatesOf(Urgency urgency, Map<Fate, Integer> fates) {
        return String.format(
                Locale.ROOT,
                "%-12s %7d %7d %7d %7d %6d %6d   %5.2f %% (%.0f)%n",
                urgency.wireName(),
                evidence.of(urgency).size(),
                fates.getOrDefault(Fate.GRANTED, 0),
                fates.getOrDefault(Fate.REFUSED, 0),
                fates.getOrDefault(Fate.CUT_OFF, 0),
                fates.getOrDefault(Fate.BROKEN, 0),
                fates.getOrDefault(Fate.LOST, 0),
                judgement.share(urgency),
                100 * urgency.floor());
    }

    private String waitsOf(Urgency urgency) {
        return String.format(
                Locale.ROOT,
                "%-18s %8d%8d%8d %8d   x%.2f x%.2f x%.2f%n%-18s %8d%8d%8d %8d%n",
                urgency.wireName(),
                yardstick.real(urgency, 0.5) / 1000,
                yardstick.real(urgency, 0.9) / 1000,
                yardstick.real(urgency, 0.99) / 1000,
                evidence.of(urgency, Fate.GRANTED).size(),
                yardstick.factor(urgency, 0.5),
                yardstick.factor(urgency, 0.9),
                yardstick.factor(urgency, 0.99),
                "  central",
                yardstick.ideal(urgency, 0.5) / 1000,
                yardstick.ideal(urgency, 0.9) / 1000,
                yardstick.ideal(urgency, 0.99) / 1000,
                yardstick.idealServed(urgency));
    }

    /** Those who were refused without having waited. */
    private String refusals() {
        List<Long> took = evidence.of(Fate.REFUSED).stream()
                .filter(outcome -> outcome.queued().isZero())
                .map(outcome -> outcome.took().toMillis())
                .toList();
        return String.format(
                Locale.ROOT,
                "%d at once, p50 %d ms, p99 %d ms",
                took.size(),
                Figures.percentile(took, 0.5),
                Figures.percentile(took, 0.99));
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "%-22s " + format + "%n", prepend(name, values)));
    }

    private static Object[] prepend(String name, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = name;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
