package io.mapwright.deploy.load.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.chaos.Observation.Action;
import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.UnexpectedAnswerException;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A few people at work: each looks at their profile, draws maps and sends feedback, round after round, until stopped. */
final class LightLoad implements AutoCloseable {

    private static final Duration PROFILE_EVERY = Duration.ofMillis(500);
    private static final Duration MAP_EVERY = Duration.ofSeconds(1);
    private static final Duration FEEDBACK_EVERY = Duration.ofSeconds(4);

    /** What one user may send in ten minutes. */
    private static final int FEEDBACKS_PER_USER = 5;

    private final Api api;
    private final Accounts accounts;
    private final List<Caller> users;
    private final InstantSource time;
    private final String word;
    private final Queue<Observation> observations = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger feedbacks = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /** @param word begins every feedback, so that its mail is recognised */
    LightLoad(Api api, Accounts accounts, List<Caller> users, InstantSource time, String word) {
        this.api = api;
        this.accounts = accounts;
        this.users = List.copyOf(users);
        this.time = time;
        this.word = word;
    }

    /** An activity of somebody, again and again. */
    private interface Activity {
        Observation once(int round) throws InterruptedException;
    }

    void start() {
        threads.add(repeat(PROFILE_EVERY, this::lookAtProfile));
        threads.add(repeat(MAP_EVERY, this::drawMap));
        threads.add(repeat(MAP_EVERY, this::drawMap));
        threads.add(repeat(FEEDBACK_EVERY, this::sendFeedback));
    }

    /** Takes what was observed since the last time. */
    List<Observation> take() {
        List<Observation> taken = new ArrayList<>();
        for (Observation next = observations.poll(); next != null; next = observations.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /** Words of the feedbacks that the suite said it had stored. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread repeat(Duration pause, Activity activity) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (!stopping) {
                    observations.add(activity.once(number.getAndIncrement()));
                    Thread.sleep(pause);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Observation lookAtProfile(int round) throws InterruptedException {
        return observed(Action.PROFILE, api.get("/api/auth/me", user(round)));
    }

    private Observation drawMap(int round) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", "Describe river number " + word + round)
                .put("diagram_type", "bubble_map")
                .put("language", "en")
                .put("llm", "qwen");
        return observed(Action.MAP, api.post("/api/generate_graph", body, user(round)));
    }

    private Observation sendFeedback(int round) throws InterruptedException {
        int sent = feedbacks.getAndIncrement();
        if (sent >= FEEDBACKS_PER_USER * users.size()) {
            return lookAtProfile(round);
        }
        String mine = word + "-" + sent + "-end";
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", "Feedback " + mine);
        try {
            Answer answer = api.post("/api/feedback", accounts.withCaptcha(body), users.get(sent % users.size()));
            if (answer.status() == 200) {
                acknowledged.add(mine);
            }
            return observed(Action.FEEDBACK, answer);
        } catch (UnexpectedAnswerException noCaptcha) {
            return observed(Action.FEEDBACK, noCaptcha.answer().orElseThrow(() -> noCaptcha));
        } catch (UncheckedIOException redisAway) {
            // There was a captcha, but nobody to read its answer from: no feedback this time.
            return lookAtProfile(round);
        }
    }

    private Caller user(int round) {
        return users.get(round % users.size());
    }

    private Observation observed(Action action, Answer answer) {
        return new Observation(action, answer, time.instant());
    }
}
