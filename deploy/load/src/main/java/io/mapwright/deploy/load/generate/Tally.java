package io.mapwright.deploy.load.generate;

import io.mapwright.deploy.load.suite.Answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts answers by what they mean. Threadsafe. */
final class Tally {

    /** What an answer means to the person who asked. */
    enum Meaning {
        FINISHED,
        REFUSED,
        OTHER;

        static Meaning of(Answer answer) {
            if (answer.status() == 200 && answer.json().path("success").asBoolean()) {
                return FINISHED;
            }
            return answer.isRefusedWithRetryAfter() ? REFUSED : OTHER;
        }
    }

    private final List<Duration> finishedIn = new ArrayList<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private int sent;
    private int refused;
    private int other;

    synchronized void sent() {
        sent++;
    }

    synchronized void add(Answer answer) {
        switch (Meaning.of(answer)) {
            case FINISHED -> finishedIn.add(answer.took());
            case REFUSED -> refused++;
            case OTHER -> {
                other++;
                others.merge(kind(answer), 1, Integer::sum);
            }
        }
    }

    /** The present counts. */
    synchronized Counts counts() {
        return new Counts(sent, finishedIn.size(), refused, other);
    }

    /**
     * A snapshot.
     *
     * @param other neither a map nor an honest refusal
     */
    record Counts(int sent, int finished, int refused, int other) {

        int inFlight() {
            return sent - finished - refused - other;
        }

        Counts minus(Counts before) {
            return new Counts(
                    sent - before.sent, finished - before.finished, refused - before.refused, other - before.other);
        }
    }

    /** The time in which this share of the finished requests was done; zero when there are none. */
    synchronized Duration percentile(double share) {
        if (finishedIn.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = new ArrayList<>(finishedIn);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }

    /** What was neither, by status and error type. */
    synchronized Map<String, Integer> others() {
        return new LinkedHashMap<>(others);
    }

    private static String kind(Answer answer) {
        String type = answer.json().path("error_type").asText(answer.status() == 0 ? answer.body() : "");
        return answer.status() + " " + type;
    }
}
