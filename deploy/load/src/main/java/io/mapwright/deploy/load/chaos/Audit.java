package io.mapwright.deploy.load.chaos;

import io.mapwright.deploy.load.suite.Inbox;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.UsageEvents;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Compares what was promised with what arrived; gives the slowest of it some time. */
final class Audit {

    /** A call whose gateway died is closed by another replica after its lease has run out. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Simulator simulator;
    private final UsageEvents usage;
    private final Inbox inbox;
    private final InstantSource time;
    private final long firstCall;
    private final UsageEvents.Position firstEvent;

    /** Remembers where calls and events stand now. */
    Audit(Simulator simulator, UsageEvents usage, Inbox inbox, InstantSource time) throws InterruptedException {
        this.simulator = simulator;
        this.usage = usage;
        this.inbox = inbox;
        this.time = time;
        this.firstCall = simulator.position();
        this.firstEvent = usage.end();
    }

    /** What is lost for good; returns early when nothing is. */
    Losses losses(List<String> acknowledged) throws InterruptedException {
        Instant end = time.instant().plus(PATIENCE);
        Losses losses = now(acknowledged);
        while (!losses.violations().isEmpty() && time.instant().isBefore(end)) {
            Thread.sleep(GLANCE);
            losses = now(acknowledged);
        }
        return losses;
    }

    private Losses now(List<String> acknowledged) throws InterruptedException {
        List<String> mails = inbox.mails();
        List<String> missing = acknowledged.stream()
                .filter(word -> mails.stream().noneMatch(mail -> mail.contains(word)))
                .toList();
        long twice = acknowledged.stream()
                .filter(word ->
                        mails.stream().filter(mail -> mail.contains(word)).count() > 1)
                .count();
        // Every attempt that reached a provider is a fact, also one that the provider refused.
        int calls = simulator.callsSince(firstCall).size();
        int events = usage.since(firstEvent).size();
        return new Losses(acknowledged.size(), missing, (int) twice, calls, events);
    }
}
