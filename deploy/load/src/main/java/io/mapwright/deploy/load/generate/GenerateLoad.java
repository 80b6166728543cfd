package io.mapwright.deploy.load.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.Simulator;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Sends map requests by a schedule and waits for all answers. */
public final class GenerateLoad {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Api api;
    private final Simulator simulator;
    private final Caller caller;
    private final InstantSource time;
    private final PrintStream out;

    /** @param out receives a line per second while the load runs */
    public GenerateLoad(Api api, Simulator simulator, Caller caller, InstantSource time, PrintStream out) {
        this.api = api;
        this.simulator = simulator;
        this.caller = caller;
        this.time = time;
        this.out = out;
    }

    /**
     * Runs the whole load.
     *
     * @param model logical name of the model that is asked
     */
    public LoadReport run(Schedule schedule, String model) throws InterruptedException {
        simulator.forgetStats();
        Tally tally = new Tally();
        Instant began = time.instant();
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < schedule.requests(); i++) {
            int number = i;
            people.add(Thread.ofVirtual().start(() -> ask(number, began, schedule, model, tally)));
        }
        out.println("second   sent  finished  refused  other  in flight");
        Tally.Counts before = tally.counts();
        long second = 0;
        while (people.stream().anyMatch(Thread::isAlive)) {
            second++;
            sleepUntil(began.plus(SECOND.multipliedBy(second)));
            Tally.Counts now = tally.counts();
            Tally.Counts change = now.minus(before);
            before = now;
            out.printf(
                    "%6d %6d %9d %8d %6d %10d%n",
                    second, change.sent(), change.finished(), change.refused(), change.other(), now.inFlight());
        }
        return report(tally, Duration.between(began, time.instant()));
    }

    private LoadReport report(Tally tally, Duration took) throws InterruptedException {
        JsonNode stats = simulator.stats();
        long worstMinute = 0;
        for (JsonNode account : stats.path("accounts")) {
            worstMinute = Math.max(worstMinute, account.path("worst_minute").asLong());
        }
        Tally.Counts counts = tally.counts();
        return new LoadReport(
                new LoadReport.Outcomes(counts.finished(), counts.refused(), counts.other(), tally.others()),
                new LoadReport.Latencies(tally.percentile(0.5), tally.percentile(0.95), tally.percentile(0.99)),
                new LoadReport.Provider(
                        stats.path("total").path("calls").asLong(),
                        stats.path("rejected_total").asLong(),
                        worstMinute),
                took);
    }

    private void ask(int number, Instant began, Schedule schedule, String model, Tally tally) {
        try {
            sleepUntil(began.plus(schedule.offset(number)));
            tally.sent();
            // Each a topic of its own: equal questions may rightly share one answer.
            ObjectNode body = JsonNodeFactory.instance
                    .objectNode()
                    .put("prompt", "Describe mountain number " + number)
                    .put("diagram_type", "bubble_map")
                    .put("language", "en")
                    .put("llm", model);
            tally.add(api.post("/api/generate_graph", body, caller));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleepUntil(Instant moment) throws InterruptedException {
        Duration left = Duration.between(time.instant(), moment);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }
}
