package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Registers people who will use the suite while it suffers. */
final class Users {

    private static final String PASSWORD = "chaos-and-order-7";

    private final Accounts accounts;
    private final RunningStack stack;
    private final Random random;

    Users(Accounts accounts, RunningStack stack, Random random) {
        this.accounts = accounts;
        this.stack = stack;
        this.random = random;
    }

    /** So many new members of the demo organization, logged in. */
    List<Caller> register(int count) throws InterruptedException {
        List<Caller> users = new ArrayList<>();
        for (int i : IntStream.range(0, count).toArray()) {
            String phone = "199" + String.format(java.util.Locale.ROOT, "%08d", random.nextInt(100_000_000));
            Answer answer = accounts.register(
                    phone, PASSWORD, "Chaos Tester", stack.credentials().invitationCode());
            users.add(Accounts.callerOf(answer));
        }
        return users;
    }
}
