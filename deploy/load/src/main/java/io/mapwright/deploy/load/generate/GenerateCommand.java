package io.mapwright.deploy.load.generate;

import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.Verdict;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The command line of {@link GenerateLoad}. */
public final class GenerateCommand {

    private static final OptionSet OPTIONS = RunningStack.options(OptionSet.of("deploy/load/generate")
            .about("""
                    Sends map requests to a running stack, prints what happens each second and judges the end:
                    every request must end with a map or with a Retry-After, and the providers must not have seen
                    more than they allow. Exit code 0: so it is; 1: it is not.""")
            .value("requests", "N", "how many (600)")
            .value("seconds", "N", "time in which they are sent (60)")
            .value("bursts", "N", "send them in N equal bursts instead of evenly")
            .value("model", "NAME", "which model is asked (qwen)")
            .value("limit", "N", "requests a minute that the provider allows (200)"));

    private GenerateCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        RunningStack stack = RunningStack.of(arguments);
        InstantSource time = InstantSource.system();
        Api api = new Api(stack.baseUrl(), time);
        Caller teacher = Accounts.callerOf(new Accounts(api, stack)
                .login(stack.credentials().teacherPhone(), stack.credentials().teacherPassword()));
        Schedule schedule = new Schedule(
                arguments.number("requests", 1).orElse(600),
                Duration.ofSeconds(arguments.number("seconds", 0).orElse(60)),
                arguments.number("bursts", 0).orElse(0));
        LoadReport report = new GenerateLoad(api, new Simulator(stack, time), teacher, time, System.out)
                .run(schedule, arguments.value("model").orElse("qwen"));
        System.out.println(report.text());
        return Verdict.print(report.violations(arguments.number("limit", 1).orElse(200)));
    }
}
