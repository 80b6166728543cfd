package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Diary.Deed;
import io.mapwright.deploy.load.quota.Outcome.Fate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What must hold after a run, and does not. Times are microseconds. */
final class Judgement {

    private static final long SECOND = 1_000_000;
    private static final double WAIT_FACTOR = 1.3;
    private static final double USED_ALWAYS = 80;
    private static final double FORETOLD = 90;
    /** A second counts as normal from here on. */
    private static final double NORMAL = 90;
    /** Beyond the deadline: 50 ms that the gateway may take, the rest for the way and a busy machine. */
    private static final Duration LATE = Duration.ofMillis(250);

    private static final long SETTLED = 5 * SECOND;
    private static final long REJECTIONS_STOP = 10 * SECOND;
    private static final long FOLLOWED = 180 * SECOND;
    private static final long GLIMPSE = 10 * SECOND;

    private final Scenario scenario;
    private final Evidence evidence;
    private final Yardstick yardstick;
    private final List<String> violations = new ArrayList<>();

    Judgement(Scenario scenario, Evidence evidence, Yardstick yardstick) {
        this.scenario = scenario;
        this.evidence = evidence;
        this.yardstick = yardstick;
    }

    /** Sentences; empty when all is well. */
    List<String> violations() {
        provider();
        callers();
        if (scenario.isDisturbed()) {
            afterRedis();
            afterHalving();
        } else {
            undisturbed();
        }
        return List.copyOf(violations);
    }

    /** The share of the limit used between two moments, in percent. */
    double used(long from, long to) {
        double allowed = scenario.limits().perMinute() / 60.0 * (to - from) / SECOND;
        return Figures.percent(Figures.between(evidence.letIn(), from, to), allowed);
    }

    /** The same from the first seconds, in which everything warms up, to the last caller. */
    double used() {
        return used(SETTLED, scenario.duration().toMillis() * 1000);
    }

    private void provider() {
        if (scenario.halving().isEmpty()) {
            demand(evidence.rejections().isEmpty(), "the provider rejected " + evidence.rejectionsByLimit());
        }
        int worst = Figures.worst(evidence.letIn(), 60 * SECOND);
        int limit = scenario.limits().perMinute();
        demand(worst <= limit, "the provider saw " + worst + " calls in a minute, of " + limit);
    }

    private void callers() {
        List<Outcome> lost = evidence.of(Fate.LOST);
        demand(
                lost.isEmpty(),
                () -> lost.size() + " callers got neither an answer nor a Retry-After: "
                        + lost.stream().map(Outcome::detail).distinct().limit(3).toList());
        long late = evidence.outcomes().stream()
                .filter(outcome -> outcome.late().compareTo(LATE) > 0
                        || outcome.queued()
                                        .compareTo(outcome.arrival()
                                                .urgency()
                                                .deadline()
                                                .plusMillis(50))
                                > 0)
                .count();
        demand(late == 0, late + " callers were answered after their deadline");
        double interactive = servedPercent(Urgency.INTERACTIVE);
        for (Urgency other : List.of(Urgency.STANDARD, Urgency.BACKGROUND)) {
            demand(
                    interactive >= servedPercent(other),
                    "interactive callers were served less often than " + other.wireName() + " ones");
        }
    }

    private void undisturbed() {
        double least = scenario.limits().perSecond() ? 97 : 98;
        demand(used() >= least, text("%.1f %% of the limit was used, not %.0f", used(), least));
        for (double share : new double[] {0.5, 0.99}) {
            double factor = yardstick.factor(Urgency.INTERACTIVE, share);
            demand(
                    factor <= WAIT_FACTOR,
                    text("interactive p%.0f is %.2f times the central scheduler's", share * 100, factor));
        }
        int refused = evidence.of(Urgency.INTERACTIVE).size()
                - evidence.of(Urgency.INTERACTIVE, Fate.GRANTED).size();
        demand(refused == 0, refused + " interactive callers were not served");
        double background = share(Urgency.BACKGROUND);
        double floor = 100 * Urgency.BACKGROUND.floor();
        demand(background >= floor, text("background got %.2f %% of the limit, not %.0f", background, floor));
        Forecasts forecasts = forecasts();
        demand(forecasts.told() > 0, "nobody was told how long it would take");
        demand(
                forecasts.told() == 0 || forecasts.percentClose() >= FORETOLD,
                "waits were foretold within a quarter for " + forecasts);
    }

    private void afterRedis() {
        if (scenario.halving().isEmpty()) {
            demand(used() >= USED_ALWAYS, text("%.1f %% of the limit was used, not %.0f", used(), USED_ALWAYS));
        }
        evidence.diary().momentOf(Deed.REDIS_STOPPED).ifPresent(stopped -> {
            long back = evidence.diary().momentOf(Deed.REDIS_BACK).orElse(stopped + SECOND);
            double meanwhile = used(stopped, back);
            demand(meanwhile >= USED_ALWAYS, text("%.1f %% of the limit was used without Redis", meanwhile));
            double then = used(back + SETTLED, back + SETTLED + GLIMPSE);
            demand(then >= NORMAL, text("%.1f %% of the limit was used from 5 s after Redis came back", then));
        });
    }

    private void afterHalving() {
        evidence.diary().momentOf(Deed.LIMIT_HALVED).ifPresent(halved -> {
            long restored = evidence.diary().momentOf(Deed.LIMIT_RESTORED).orElse(Long.MAX_VALUE);
            long before = Figures.between(evidence.rejections(), 0, halved);
            long later = Figures.between(evidence.rejections(), halved + REJECTIONS_STOP, Long.MAX_VALUE);
            demand(before == 0, before + " calls were rejected before the limit was halved");
            demand(later == 0, later + " calls were rejected more than 10 s after the limit was halved");
            if (restored < Long.MAX_VALUE) {
                double then = used(restored + FOLLOWED - GLIMPSE, restored + FOLLOWED);
                demand(then >= NORMAL, text("%.1f %% of the limit was used 3 minutes after it was restored", then));
            }
        });
    }

    /** A class's part of the limit, in percent. */
    double share(Urgency urgency) {
        long end = scenario.duration().toMillis() * 1000;
        double allowed = scenario.limits().perMinute() / 60.0 * (end - SETTLED) / SECOND;
        return Figures.percent(Figures.between(evidence.letIn(urgency), SETTLED, end), allowed);
    }

    /** Of those who waited for more than one turn. */
    Forecasts forecasts() {
        return Forecasts.of(
                evidence.outcomes(),
                Duration.ofMillis(60_000L / scenario.limits().perMinute()));
    }

    private double servedPercent(Urgency urgency) {
        return Figures.percent(
                evidence.of(urgency, Fate.GRANTED).size(), evidence.of(urgency).size());
    }

    private void demand(boolean holds, String otherwise) {
        demand(holds, () -> otherwise);
    }

    private void demand(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            violations.add(otherwise.get());
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
