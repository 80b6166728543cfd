package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The providers' side of the story: what the simulator saw. */
public final class Simulator {

    private static final int PAGE = 1000;

    private final Api api;

    public Simulator(RunningStack stack, InstantSource time) {
        this.api = new Api("http://127.0.0.1:" + stack.ports().simulator(), time);
    }

    /**
     * One call that a provider saw.
     *
     * @param seq position in its ledger
     * @param id of its answer, empty when there was none
     * @param outcome {@code in_flight, completed, rejected, failed, broken} or {@code aborted}
     * @param rejection the limit that refused it; empty when none did
     * @param promptTokens tokens of the question
     * @param completionTokens tokens of the answer as far as it was sent
     * @param arrivedAt milliseconds since the epoch
     * @param endedAt milliseconds since the epoch, 0 while it goes on
     */
    public record Call(
            long seq,
            String id,
            String provider,
            String model,
            String outcome,
            String rejection,
            long promptTokens,
            long completionTokens,
            long arrivedAt,
            long endedAt) {

        /** Whether the provider let it in, whatever became of it then. */
        public boolean wasLetIn() {
            return !outcome.equals("rejected") && !outcome.equals("failed");
        }
    }

    /** Changes how the providers behave: a merge patch of their settings. */
    public void change(JsonNode settings) throws InterruptedException {
        Answer answer = api.put("/sim/limits", settings, new Caller.Anonymous());
        if (answer.status() != 200) {
            throw new UnexpectedAnswerException("the simulator's new settings", answer);
        }
    }

    /** Lets something go wrong from now on, as the simulator's README describes it. */
    public void fault(JsonNode fault) throws InterruptedException {
        Answer answer = api.post("/sim/faults", fault, new Caller.Anonymous());
        if (answer.status() / 100 != 2) {
            throw new UnexpectedAnswerException("a fault of the simulator", answer);
        }
    }

    /** Nothing goes wrong any more. */
    public void heal() throws InterruptedException {
        Answer answer = api.delete("/sim/faults", new Caller.Anonymous());
        if (answer.status() / 100 != 2) {
            throw new UnexpectedAnswerException("the simulator without faults", answer);
        }
    }

    /** Counters of all accounts since the start or the last reset. */
    public JsonNode stats() throws InterruptedException {
        return read("/sim/stats");
    }

    /** Sets all counters to zero, so that they tell of what follows only. */
    public void forgetStats() throws InterruptedException {
        Answer answer = api.delete("/sim/stats", new Caller.Anonymous());
        if (answer.status() / 100 != 2) {
            throw new UnexpectedAnswerException("the simulator's counters at zero", answer);
        }
    }

    /** Position of the last call so far; calls after it have a higher one. */
    public long position() throws InterruptedException {
        List<Call> all = callsSince(0);
        return all.isEmpty() ? 0 : all.getLast().seq();
    }

    /** All calls after a position, oldest first. */
    public List<Call> callsSince(long position) throws InterruptedException {
        List<Call> calls = new ArrayList<>();
        long next = position;
        while (true) {
            JsonNode page = read("/sim/calls?limit=" + PAGE + "&since=" + next).path("calls");
            page.forEach(call -> calls.add(new Call(
                    call.path("seq").asLong(),
                    call.path("id").asText(),
                    call.path("provider").asText(),
                    call.path("model").asText(),
                    call.path("outcome").asText(),
                    call.path("rejection").asText(),
                    call.path("prompt_tokens").asLong(),
                    call.path("completion_tokens").asLong(),
                    call.path("arrived_at").asLong(),
                    call.path("ended_at").asLong())));
            if (page.size() < PAGE) {
                return calls;
            }
            next = calls.getLast().seq();
        }
    }

    private JsonNode read(String path) throws InterruptedException {
        Answer answer = api.get(path, new Caller.Anonymous());
        if (answer.status() != 200) {
            throw new UnexpectedAnswerException("the simulator's " + path, answer);
        }
        return answer.json();
    }
}
