package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Verdict;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.state.ProcessState;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** The command line of {@link Chaos}. */
public final class ChaosCommand {

    private static final List<String> BYSTANDERS = List.of("provider-simulator", "api-gateway");

    private static final OptionSet OPTIONS = RunningStack.options(OptionSet.of("deploy/local/chaos")
            .about("""
                    Kills PostgreSQL, Redis, Kafka, mail and every service of a running stack with kill -9, one after the
                    other, while a few people draw maps and send feedback. Nobody with a valid token may be told 401,
                    nobody 500, no acknowledged feedback and no usage event may be lost, and everything must work
                    again without a hand. Exit code 0: so it is; 1: it is not.""")
            .value("victims", "A,B", "kill only these processes, as deploy/local/status names them")
            .value("calm", "SECONDS", "how long all must go well between two killings (6)"));

    private ChaosCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        RunningStack stack = RunningStack.of(arguments);
        List<String> victims = arguments
                .value("victims")
                .map(names -> List.of(names.split(",")))
                .orElseGet(() -> all(stack));
        Chaos chaos = new Chaos(stack, InstantSource.system(), new Random(), System.out);
        return Verdict.print(chaos.run(
                        victims, Duration.ofSeconds(arguments.number("calm", 0).orElse(6)))
                .violations());
    }

    private static List<String> all(RunningStack stack) {
        return stack.state().processes().stream()
                .map(ProcessState::name)
                .filter(name -> !BYSTANDERS.contains(name))
                .toList();
    }
}
