package io.mapwright.deploy.load.faults;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.SignedTokens;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.TemporaryStack;
import io.mapwright.deploy.load.suite.Verdict;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The command line of a run with faults. */
public final class FaultsCommand {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String MODEL = "qwen";
    private static final String ROUTE = "dashscope/qwen-plus";
    private static final Duration QUIET = Duration.ofSeconds(25);

    private static final OptionSet OPTIONS = TemporaryStack.options(OptionSet.of("deploy/load/faults")
            .about("""
                    Starts a stack and lets 30 % of the provider's calls fail: a third each by a 500, a reset connection
                    and a stall. The model has one route only, so what callers get is up to retries and the breaker.
                    After a while everything is well again. Every caller must be answered by its deadline of 10 s,
                    repetitions may add 10 % of calls, and the breaker must open once, on all gateways within a second,
                    and close again. Exit code 0: so it is; 1: it is not.""")
            .value("per-second", "N", "callers (12)")
            .value("seconds", "N", "how long calls fail (25); a breaker stays open for 30")
            .value("failures", "N", "failures in a minute that open the breaker (40), so many that retries show"));

    private static final String GATEWAY = """
            config_ordinal=275
            gateway.breaker.failures=%d
            gateway.providers.dashscope.first-byte-timeout=2s
            gateway.providers.dashscope.accounting.limits.qwen-plus.requests-per-minute=1000000
            gateway.providers.dashscope.accounting.limits.qwen-plus.tokens-per-minute=1000000000
            """;

    private FaultsCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        TemporaryStack own = TemporaryStack.of(arguments, "faults");
        try {
            RunningStack stack =
                    own.up(GATEWAY.formatted(arguments.number("failures", 1).orElse(40)));
            FaultsReport report = play(arguments, stack, own.gateways(stack));
            System.out.println(report.text());
            return Verdict.print(report.violations());
        } finally {
            own.down();
        }
    }

    private static FaultsReport play(Arguments arguments, RunningStack stack, List<URI> gateways)
            throws InterruptedException {
        InstantSource time = InstantSource.system();
        Simulator simulator = new Simulator(stack, time);
        SignedTokens tokens = new SignedTokens(stack, time);
        int perSecond = arguments.number("per-second", 1).orElse(12);
        Duration failing = Duration.ofSeconds(arguments.number("seconds", 1).orElse(25));
        Callers callers = new Callers(gateways, tokens.user("caller", "load", LIFETIME), MODEL, DEADLINE, time);
        simulator.change(unlimited());
        // Connections and code are warm before anything is measured.
        callers.come(perSecond, Duration.ofSeconds(5));

        long position = simulator.position();
        List<BreakerWatch> watches = gateways.stream()
                .map(gateway -> new BreakerWatch(gateway, tokens.admin(LIFETIME), ROUTE, time))
                .toList();
        List<Thread> looking = watches.stream().map(BreakerWatch::start).toList();
        Instant began = time.instant();
        for (ObjectNode fault :
                List.of(fault("error").put("code", "InternalError"), fault("reset_before_headers"), fault("stall"))) {
            simulator.fault(fault);
        }
        Thread healing = Thread.ofVirtual().start(() -> healAfter(failing, simulator));
        List<Answered> answers = callers.come(perSecond, failing.plusSeconds(30).plus(QUIET));
        healing.join();
        looking.forEach(Thread::interrupt);
        List<Simulator.Call> calls = simulator.callsSince(position);
        long failed = calls.stream()
                .filter(call -> !call.outcome().equals("completed"))
                .count();
        return new FaultsReport(
                began,
                DEADLINE,
                answers,
                calls.size(),
                failed,
                watches.stream().map(BreakerWatch::changes).toList());
    }

    private static void healAfter(Duration failing, Simulator simulator) {
        try {
            Thread.sleep(failing);
            simulator.heal();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A tenth of what the faults before it have left over, nearly enough a tenth of all. */
    private static ObjectNode fault(String kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("provider", "dashscope")
                .put("probability", 0.112);
    }

    private static ObjectNode unlimited() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("dashscope").putObject("account").put("requests_per_minute", 0);
        return settings;
    }
}
