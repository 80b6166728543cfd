package io.mapwright.deploy.load.token;

import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.local.arguments.Arguments;
import io.mapwright.deploy.local.arguments.OptionSet;
import io.mapwright.deploy.local.secrets.Credentials;

import java.time.InstantSource;
import java.util.List;

/** Logs in as one of the demo people and prints the token, for {@code curl}. */
public final class TokenCommand {

    private static final OptionSet OPTIONS = RunningStack.options(OptionSet.of("deploy/local/token")
            .about("""
                    Logs in on a running stack and prints an access token, good for a quarter of an hour:
                      curl -H "Authorization: Bearer $(deploy/local/token --admin)" localhost:8080/api/llm/health""")
            .flag("admin", "as the demo administrator instead of the demo teacher"));

    private TokenCommand() {}

    public static int run(List<String> words) throws InterruptedException {
        if (words.contains("--help")) {
            System.out.print(OPTIONS.help());
            return 0;
        }
        Arguments arguments = Arguments.parse(OPTIONS, words);
        RunningStack stack = RunningStack.of(arguments);
        Credentials people = stack.credentials();
        Accounts accounts = new Accounts(new Api(stack.baseUrl(), InstantSource.system()), stack);
        Caller caller = Accounts.callerOf(
                arguments.has("admin")
                        ? accounts.login(people.adminPhone(), people.adminPassword())
                        : accounts.login(people.teacherPhone(), people.teacherPassword()));
        System.out.println(((Caller.Bearer) caller).token());
        return 0;
    }
}
