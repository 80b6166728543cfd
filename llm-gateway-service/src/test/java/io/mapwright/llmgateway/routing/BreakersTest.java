package io.mapwright.llmgateway.routing;

import io.mapwright.llmgateway.catalogue.Route;
import io.mapwright.testkit.MutableTime;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a replica tells the others of, and what it makes of their news. */
class BreakersTest {

    private static final Breaker.Rule RULE =
            new Breaker.Rule(2, Duration.ofMinutes(1), Duration.ofSeconds(30), 2, Duration.ofSeconds(30));

    private final MutableTime time = new MutableTime();
    private final List<String> told = new ArrayList<>();
    private final Breakers breakers = Scenery.breakers(
            RULE,
            new BreakerBulletin() {
                @Override
                public void failed(String route) {
                    told.add("failed " + route);
                }

                @Override
                public void probePassed(String route) {
                    told.add("passed " + route);
                }

                @Override
                public void tell(Reader reader) {
                    told.add("listens");
                }
            },
            time);
    private final Route route = Scenery.route("a", 1, 1);

    @Test
    void listenFromTheStart() {
        assertThat(told).containsExactly("listens");
    }

    @Test
    void tellOfFailuresAlways() {
        breakers.failed(route);

        assertThat(told).contains("failed a/m");
    }

    @Test
    void tellOfSuccessesOnlyWhenTheyWereProbes() {
        breakers.succeeded(route);
        breakers.failed(route);
        breakers.failed(route);
        time.advance(Duration.ofSeconds(30));
        breakers.admits(route);
        breakers.succeeded(route);

        assertThat(told).containsExactly("listens", "failed a/m", "failed a/m", "passed a/m");
    }

    @Test
    void openAndCloseByTheNewsOfOthers() {
        breakers.opened("a/m", Duration.ofSeconds(10));
        assertThat(breakers.admits(route)).isFalse();

        breakers.closed("a/m");
        assertThat(breakers.admits(route)).isTrue();
    }

    @Test
    void areOnePerRoute() {
        breakers.failed(route);
        breakers.failed(route);

        assertThat(breakers.state(route)).isEqualTo(Breaker.State.OPEN);
        assertThat(breakers.state(Scenery.route("b", 1, 1))).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void nameTheMistakesOfTheirRule() {
        Breaker.Rule wrong = new Breaker.Rule(0, Duration.ZERO, Duration.ofSeconds(1), 0, Duration.ofSeconds(1));

        assertThat(Scenery.breakers(wrong, new Scenery.SilentBulletin(), time).mistakes())
                .containsExactly(
                        "gateway.breaker.failures must be at least 1 but was: 0",
                        "gateway.breaker.probes must be at least 1 but was: 0",
                        "gateway.breaker.window, open and probe-time must be positive but were: PT0S, PT1S, PT1S");
    }
}
