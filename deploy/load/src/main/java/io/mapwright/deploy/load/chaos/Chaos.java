package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.Inbox;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.UsageEvents;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The whole exercise: people at work, one victim after the other, and the audit at the end. */
public final class Chaos {

    private static final int USERS = 16;
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(5);

    private final RunningStack stack;
    private final InstantSource time;
    private final Random random;
    private final PrintStream out;

    /** @param out receives the table, row by row */
    public Chaos(RunningStack stack, InstantSource time, Random random, PrintStream out) {
        this.stack = stack;
        this.time = time;
        this.random = random;
        this.out = out;
    }

    /**
     * Kills the victims in turn.
     *
     * @param calm how long everything must go on well between two killings
     */
    public ChaosReport run(List<String> victims, Duration calm) throws InterruptedException {
        Api api = new Api(stack.baseUrl(), time);
        Accounts accounts = new Accounts(api, stack);
        List<Caller> users = new Users(accounts, stack, random).register(USERS);
        Audit audit = new Audit(new Simulator(stack, time), new UsageEvents(stack), new Inbox(stack, time), time);
        List<Damage> damages = new ArrayList<>();
        String word = "chaos" + random.nextInt(1_000_000_000);
        LightLoad load = new LightLoad(api, accounts, users, time, word);
        try (load) {
            load.start();
            Thread.sleep(BEFORE_THE_FIRST);
            out.println(Damage.header());
            Killing killing = new Killing(stack, load, time);
            load.take();
            for (String victim : victims) {
                Damage damage = killing.of(victim, calm);
                damages.add(damage);
                out.println(damage.row());
            }
        }
        Losses losses = audit.losses(load.acknowledged());
        out.println(losses.text());
        return new ChaosReport(damages, losses);
    }
}
