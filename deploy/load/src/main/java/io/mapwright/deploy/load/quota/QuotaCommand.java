package io.mapwright.deploy.load.quota;

import io.mapwright.deploy.load.quota.Scenario.Span;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Verdict;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.arguments.UsageException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The command line of {@link QuotaLoad}. */
public final class QuotaCommand {

    private static final int PER_MINUTE = 600;
    private static final int IN_FLIGHT = 20;

    private static final OptionSet OPTIONS = OwnStack.options(OptionSet.of("deploy/load/quota")
            .about("""
                    Sends several times what the provider allows through several LLM gateways, started for it, and judges:
                    what the provider saw, who got through, and how long they waited beside a scheduler that knows
                    everything at once. 20 % of the callers are interactive, 50 % standard, 30 % background.
                    Times below are seconds. Exit code 0: everything holds; 1: something does not.""")
            .value("minutes", "N", "how long callers come (5)")
            .value("overload", "N", "callers as a multiple of the limit (3)")
            .value("organizations", "N", "how many they belong to (5)")
            .value("seed", "N", "of everything left to chance (1)")
            .flag("no-per-second", "the provider allows its minute's calls all at once")
            .value("kill-every", "N", "kill a gateway at random that often")
            .value("redis-outage", "N", "stop Redis in the middle for so long; it comes back empty")
            .value("halve-at", "N", "halve what the provider allows then; the gateways are not told")
            .value("restore-at", "N", "allow all of it again then")
            .value("csv", "FILE", "write figures per second"));

    private QuotaCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        Scenario scenario = scenario(arguments);
        OwnStack own = OwnStack.of(arguments);
        try {
            RunningStack stack =
                    own.up(scenario.limits(), arguments.number("replicas", 1).orElse(6));
            long seed = arguments.number("seed", 0).orElse(1);
            Evidence evidence = new QuotaLoad(stack, seed, System.out).run(scenario);
            arguments.value("csv").map(Path::of).ifPresent(file -> write(evidence, file));
            return judge(scenario, evidence);
        } finally {
            if (!arguments.has("keep")) {
                own.down();
            }
        }
    }

    private static int judge(Scenario scenario, Evidence evidence) {
        Yardstick yardstick = Yardstick.of(evidence, scenario.limits());
        Judgement judgement = new Judgement(scenario, evidence, yardstick);
        System.out.println(new Report(scenario, evidence, yardstick, judgement).text());
        return Verdict.print(judgement.violations());
    }

    private static void write(Evidence evidence, Path file) {
        try {
            new Seconds(evidence).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static Scenario scenario(Arguments arguments) {
        Duration duration = Duration.ofMinutes(arguments.number("minutes", 1).orElse(5));
        Optional<Span> outage = seconds(arguments, "redis-outage")
                .map(length -> new Span(
                        duration.minus(length).dividedBy(2),
                        duration.plus(length).dividedBy(2)));
        Optional<Span> halving = seconds(arguments, "halve-at")
                .map(from -> new Span(from, seconds(arguments, "restore-at").orElse(duration)));
        Scenario scenario = new Scenario(
                new Limits(PER_MINUTE, !arguments.has("no-per-second"), IN_FLIGHT, 0),
                arguments.number("overload", 1).orElse(3),
                duration,
                arguments.number("organizations", 1).orElse(5),
                seconds(arguments, "kill-every"),
                outage,
                halving);
        if (outage.isPresent() && outage.get().from().isNegative()) {
            throw new UsageException("Redis cannot be away for longer than callers come");
        }
        return scenario;
    }

    private static Optional<Duration> seconds(Arguments arguments, String option) {
        return arguments.number(option, 1).stream()
                .mapToObj(Duration::ofSeconds)
                .findFirst();
    }
}
