package io.mapwright.deploy.systemtests;

import io.mapwright.deploy.load.chaos.Chaos;
import io.mapwright.deploy.load.generate.GenerateLoad;
import io.mapwright.deploy.load.generate.LoadReport;
import io.mapwright.deploy.load.generate.Schedule;
import io.mapwright.deploy.load.suite.Accounts;
import io.mapwright.deploy.load.suite.Api;
import io.mapwright.deploy.load.suite.Caller;
import io.mapwright.deploy.load.suite.RunningStack;
import io.mapwright.deploy.load.suite.Simulator;
import io.mapwright.deploy.systemtests.smoke.Smoke;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** One stack lives through it all: a story, a rush, a series of deaths, and at the end its logs are read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {

    private static final InstantSource TIME = InstantSource.system();

    /** What the simulator enforces and the gateway is configured for. */
    private static final int REQUESTS_PER_MINUTE = 200;

    private static final int TESTS = 4;

    private static StackOfTheTests stack;
    private static int passed;

    @BeforeAll
    static void start() {
        stack = StackOfTheTests.start("--replicas", "llm-gateway-service=2");
    }

    @AfterAll
    static void stop() {
        if (stack == null) {
            return;
        }
        stack.close();
        if (passed == TESTS) {
            stack.forget();
        } else {
            System.out.println(stack + " is kept, with its logs");
        }
    }

    @Test
    @Order(1)
    void tellsTheWholeStory() {
        assertThat(new Smoke(stack.running(), TIME, new Random(), System.out).run())
                .isTrue();
        passed++;
    }

    @Test
    @Order(2)
    void finishesOrHonestlyRefusesWhateverARushAsksFor() throws InterruptedException {
        RunningStack running = stack.running();
        Api api = new Api(running.baseUrl(), TIME);
        Caller teacher = Accounts.callerOf(new Accounts(api, running)
                .login(
                        running.credentials().teacherPhone(),
                        running.credentials().teacherPassword()));

        LoadReport report = new GenerateLoad(api, new Simulator(running, TIME), teacher, TIME, System.out)
                .run(new Schedule(REQUESTS_PER_MINUTE * 3 / 2, Duration.ofSeconds(10), 5), "qwen");

        System.out.println(report.text());
        assertThat(report.violations(REQUESTS_PER_MINUTE)).isEmpty();
        passed++;
    }

    @Test
    @Order(3)
    void losesNothingAndNobodyWhoeverIsKilled() throws InterruptedException {
        List<String> victims = List.of(
                "postgres",
                "redis",
                "kafka",
                "mail",
                "auth-service",
                "diagram-service",
                "llm-gateway-service",
                "voice-service",
                "feedback-service");

        assertThat(new Chaos(stack.running(), TIME, new Random(), System.out)
                        .run(victims, Duration.ofSeconds(1))
                        .violations())
                .isEmpty();
        passed++;
    }

    @Test
    @Order(4)
    void leavesNoSecretAndNobodysWordsInAnyLog() {
        assertThat(new LogSearch(stack.logs())
                        .findings(LogSearch.whatTheTestsSaid(stack.running().credentials())))
                .isEmpty();
        passed++;
    }
}
