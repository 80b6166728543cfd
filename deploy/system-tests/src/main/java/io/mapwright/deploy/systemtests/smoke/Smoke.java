package io.mapwright.deploy.systemtests.smoke;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Answer;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.Inbox;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.load.suite.UnexpectedAnswerException;
import io.mapwright.deploy.load.suite.UsageEvents;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The story of a newcomer, from the invitation to the administrator's figures. */
public final class Smoke {

    private static final Duration BY_ITSELF = Duration.ofSeconds(45);
    private static final Caller NOBODY = new Caller.Anonymous();

    private final RunningStack stack;
    private final InstantSource time;
    private final Random random;
    private final Narrator narrator;
    private final Api api;
    private final Accounts accounts;

    /** @param out receives a line per step */
    public Smoke(RunningStack stack, InstantSource time, Random random, PrintStream out) {
        this.stack = stack;
        this.time = time;
        this.random = random;
        this.narrator = new Narrator(out, time);
        this.api = new Api(stack.baseUrl(), time);
        this.accounts = new Accounts(api, stack);
    }

    /**
     * Tells the whole story.
     *
     * @return whether it came to its good end
     */
    public boolean run() {
        try {
            tell();
            return true;
        } catch (Narrator.StoryEndedException ended) {
            return false;
        }
    }

    private void tell() {
        narrator.tell("GET /health through the gateway", this::health);
        narrator.tell("a request without a token is refused with 401", this::refuseNobody);
        String phone = "198" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        String password = "smoke-" + UUID.randomUUID();
        narrator.tell("register with the invitation code", () -> register(phone, password));
        Caller user = narrator.find("log in", () -> Accounts.callerOf(accounts.login(phone, password)));
        narrator.tell("read /me", () -> profile(user, phone));
        Caller admin = narrator.find("log in as administrator", this::administrator);
        UsageSums books = narrator.find(
                "open the books: providers, events, statistics",
                () -> new UsageSums(api, new Simulator(stack, time), new UsageEvents(stack), admin));
        narrator.tell("classify a sentence", () -> classify(user));
        for (MapOrder order : MapOrder.all()) {
            narrator.tell(
                    order.shape().typeName() + " " + order.language() + ": " + order.prompt(), () -> draw(order, user));
        }
        narrator.tell(
                "draw with an API key",
                () -> draw(
                        MapOrder.all().getFirst(),
                        new Caller.ApiKey(stack.credentials().apiKey())));
        narrator.tell("a typed turn over the voice socket", () -> converse(user));
        narrator.tell("send feedback and receive its mail", () -> giveFeedback(user));
        narrator.tell("the books agree", () -> {
            Waiting.until(time, BY_ITSELF, books::difference);
            return books.summary();
        });
    }

    private String health() throws InterruptedException {
        Answer answer = api.get("/health", NOBODY);
        if (answer.status() != 200 || answer.json().path("status").asText().isEmpty()) {
            throw new UnexpectedAnswerException("{status,version}", answer);
        }
        return "version " + answer.json().path("version").asText();
    }

    private String refuseNobody() throws InterruptedException {
        Answer answer = api.get("/api/auth/me", NOBODY);
        if (answer.status() != 401 || answer.json().path("error_type").asText().isEmpty()) {
            throw new UnexpectedAnswerException("401 with an error_type", answer);
        }
        return "";
    }

    private String register(String phone, String password) throws InterruptedException {
        Accounts.callerOf(accounts.register(
                phone, password, "Smoke Tester", stack.credentials().invitationCode()));
        return "";
    }

    private Caller administrator() throws InterruptedException {
        return Accounts.callerOf(accounts.login(
                stack.credentials().adminPhone(), stack.credentials().adminPassword()));
    }

    private String profile(Caller user, String phone) throws InterruptedException {
        Answer answer = api.get("/api/auth/me", user);
        String organization = answer.json().path("organization").path("code").asText();
        if (answer.status() != 200 || !organization.equals(stack.credentials().organizationCode())) {
            throw new UnexpectedAnswerException("the profile of a member of the demo organization", answer);
        }
        if (!answer.json().path("phone").asText().endsWith(phone.substring(7))) {
            throw new UnexpectedAnswerException("the phone of who asked", answer);
        }
        return "member of " + organization;
    }

    private String classify(Caller user) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", "Compare frogs and toads")
                .put("language", "en");
        Answer answer = api.post("/api/generate_graph", body, user);
        if (!answer.json().path("diagram_type").asText().equals("double_bubble_map")) {
            throw new UnexpectedAnswerException("double_bubble_map", answer);
        }
        return "double_bubble_map about "
                + answer.json().path("extracted_topic").asText();
    }

    private String draw(MapOrder order, Caller caller) throws InterruptedException {
        order.check(api.post("/api/generate_graph", order.request(), caller));
        return "";
    }

    private String converse(Caller user) throws Exception {
        String token = ((Caller.Bearer) user).token();
        List<String> messages = new VoiceTurn(stack.baseUrl())
                .say("What do dolphins eat?", token, "smoke-" + random.nextInt(1_000_000));
        return messages.size() + " messages";
    }

    private String giveFeedback(Caller user) throws Exception {
        String word = "smoke-" + UUID.randomUUID();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", "The maps are fine. " + word);
        Answer answer = api.post("/api/feedback", accounts.withCaptcha(body), user);
        if (answer.status() != 200 || !answer.json().path("success").asBoolean()) {
            throw new UnexpectedAnswerException("feedback to be stored", answer);
        }
        Inbox inbox = new Inbox(stack, time);
        Waiting.until(
                time,
                BY_ITSELF,
                () -> inbox.countContaining(word) == 1
                        ? Optional.empty()
                        : Optional.of("the mail has come " + inbox.countContaining(word) + " times"));
        return "answered after " + answer.took().toMillis() + " ms";
    }
}
