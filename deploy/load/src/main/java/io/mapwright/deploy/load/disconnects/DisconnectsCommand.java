package io.mapwright.deploy.load.disconnects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.SignedTokens;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.TemporaryStack;
import io.mapwright.deploy.load.suite.Verdict;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of {@link Disconnects}. */
public final class DisconnectsCommand {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final OptionSet OPTIONS = TemporaryStack.options(
            OptionSet.of("deploy/load/disconnects").about("""
                    Starts a stack, lets callers begin to hear streamed answers on bare sockets, and all of them hang up
                    at the same moment, half of them with a reset. Within a second the simulated provider must have
                    seen every call closed; no permit may be held and no connection left. Exit code 0: so it is; 1: it
                    is not.""").value("callers", "N", "how many (1000)"));

    /** Nothing but the callers bounds how much is under way, and answers last longer than everybody listens. */
    private static final String GATEWAY = """
            config_ordinal=275
            gateway.providers.dashscope.accounting.limits.qwen-plus.requests-per-minute=1000000
            gateway.providers.dashscope.accounting.limits.qwen-plus.tokens-per-minute=1000000000
            gateway.providers.dashscope.accounting.limits.qwen-plus.concurrency=100000
            """;

    private static final String PROVIDER = """
            {"dashscope":{"account":{"requests_per_minute":0},"tokens_per_second":1,"chunk_tokens":2}}
            """;

    private DisconnectsCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        InstantSource time = InstantSource.system();
        TemporaryStack own = TemporaryStack.of(arguments, "disconnects");
        try {
            RunningStack stack = own.up(GATEWAY);
            List<URI> gateways = own.gateways(stack);
            Simulator simulator = new Simulator(stack, time);
            simulator.change(json(PROVIDER));
            SignedTokens tokens = new SignedTokens(stack, time);
            Set<Integer> ports = Stream.concat(
                            Stream.of(stack.ports().simulator()),
                            gateways.stream().map(URI::getPort))
                    .collect(Collectors.toSet());
            DisconnectsReport report = new Disconnects(
                            gateways,
                            ((Caller.Bearer) tokens.user("leaver", "load", LIFETIME)).token(),
                            tokens.admin(LIFETIME),
                            simulator,
                            time,
                            System.out)
                    .run(arguments.number("callers", 1).orElse(1000), "qwen", ports);
            System.out.println(report.text());
            return Verdict.print(report.violations());
        } finally {
            own.down();
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
